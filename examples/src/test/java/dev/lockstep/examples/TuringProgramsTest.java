package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.turing.TuringReader;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.TuringEngine;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The Turing programs against Java's own arithmetic and strings, on seeded random inputs.
@Execution(ExecutionMode.CONCURRENT)
class TuringProgramsTest {
  private final Random random = new Random(20);

  private static TuringEngine runner(String name) {
    Source source = Source.read(Programs.ROOT.resolve("turing").resolve(name + ".tm"));
    return TuringEngine.of(TuringReader.read(source));
  }

  private static String run(TuringEngine runner, String input) {
    Runner.Finish result = runner.run(Value.of(input), Budget.DEFAULT, _ -> true).orElseThrow();
    assertThat(result.ending()).as("on %s", input).isEqualTo(new Ending.Halted());
    return ((Value.Text) result.output().orElseThrow()).value();
  }

  private String word(String symbols, int most) {
    StringBuilder word = new StringBuilder();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      word.append(symbols.charAt(random.nextInt(symbols.length())));
    }
    return word.toString();
  }

  private void agrees(String name, String symbols, int most, UnaryOperator<String> oracle) {
    TuringEngine runner = runner(name);
    for (int i = 0; i < 300; i++) {
      String input = word(symbols, most);
      assertThat(run(runner, input)).as("%s on %s", name, input).isEqualTo(oracle.apply(input));
    }
  }

  @Test
  void addAddsAndSubtractSubtracts() {
    TuringEngine add = runner("add");
    TuringEngine subtract = runner("subtract");
    for (int i = 0; i < 300; i++) {
      BigInteger one = new BigInteger(random.nextInt(60), random);
      BigInteger two = new BigInteger(random.nextInt(60), random);
      String sum = run(add, one.toString(2) + "+" + two.toString(2));
      assertThat(new BigInteger(sum, 2)).isEqualTo(one.add(two));
      String difference = run(subtract, one.max(two).toString(2) + "-" + one.min(two).toString(2));
      assertThat(new BigInteger(difference, 2)).isEqualTo(one.subtract(two).abs());
    }
  }

  @Test
  void eightySymbolsAreAddedInSomeThousandSteps() {
    String input = "1".repeat(40) + "+" + "1".repeat(39);
    Runner.Finish result =
        runner("add").run(Value.of(input), Budget.DEFAULT, _ -> true).orElseThrow();
    assertThat(result.steps()).isBetween(3_000L, 5_000L);
  }

  @Test
  void threeTapesAddAndMultiply() {
    TuringEngine add = runner("add-on-three");
    TuringEngine multiply = runner("multiply-on-three");
    for (int i = 0; i < 300; i++) {
      BigInteger one = new BigInteger(random.nextInt(200), random);
      BigInteger two = new BigInteger(random.nextInt(200), random);
      String sum = run(add, one.toString(2) + "+" + two.toString(2));
      assertThat(new BigInteger(sum, 2)).isEqualTo(one.add(two));
      String product = run(multiply, one.toString(2) + "*" + two.toString(2));
      assertThat(new BigInteger(product, 2)).isEqualTo(one.multiply(two));
    }
  }

  @Test
  void threeTapesTakeSquareRoots() {
    agrees("root-on-three", "01", 12, TuringProgramsTest::root);
    agrees("root-on-three", "01", 120, TuringProgramsTest::root);
    agrees("root-on-three", "1", 40, TuringProgramsTest::root);
  }

  /// One digit for two.
  private static String root(String word) {
    BigInteger root = new BigInteger("0" + word, 2).sqrt();
    int digits = (word.length() + 1) / 2;
    String zeros = "0".repeat(digits - Math.min(digits, root.bitLength()));
    return zeros + (root.signum() > 0 ? root.toString(2) : "");
  }

  @Test
  void severalTapesTakeOnePassWhereOneTakesMany() {
    String input = "1".repeat(400) + "+" + "1".repeat(400);
    assertThat(steps("add-on-three", input)).isLessThan(2_500);
    String word = "01".repeat(200) + "10".repeat(200);
    assertThat(steps("palindrome-on-two", word)).isLessThan(2_500);
    assertThat(steps("palindrome", word)).isGreaterThan(300_000);
  }

  private static long steps(String name, String input) {
    return runner(name).run(Value.of(input), Budget.DEFAULT, _ -> true).orElseThrow().steps();
  }

  @Test
  void multiplyMultiplies() {
    TuringEngine multiply = runner("multiply");
    for (int one = 0; one < 8; one++) {
      for (int two = 0; two < 8; two++) {
        String input = "1".repeat(one) + "*" + "1".repeat(two);
        assertThat(run(multiply, input)).isEqualTo("1".repeat(one * two));
      }
    }
  }

  @Test
  void theOthersAgreeWithStrings() {
    agrees("increment", "01", 40, TuringProgramsTest::incremented);
    agrees("parity", "01", 40, word -> word.replace("0", "").length() % 2 == 0 ? "0" : "1");
    agrees("reverse", "01", 40, TuringProgramsTest::reversed);
    agrees("copy", "01", 30, word -> word + "#" + word);
    agrees("sort", "abc", 40, TuringProgramsTest::sorted);
    agrees("unary-to-binary", "1", 600, word -> Integer.toString(word.length(), 2));
    for (String palindrome : List.of("palindrome", "palindrome-on-two")) {
      agrees(palindrome, "01", 8, word -> word.equals(reversed(word)) ? "1" : "0");
      TuringEngine runner = runner(palindrome);
      for (int i = 0; i < 100; i++) {
        String half = word("01", 30);
        assertThat(run(runner, half + reversed(half))).isEqualTo("1");
      }
    }
  }

  @Test
  void anbncnAcceptsItsLanguageOnly() {
    agrees("anbncn", "abc", 9, word -> inLanguage(word) ? "x" : "");
    TuringEngine anbncn = runner("anbncn");
    for (int n = 0; n < 20; n++) {
      String word = "a".repeat(n) + "b".repeat(n) + "c".repeat(n);
      assertThat(run(anbncn, word)).isEqualTo("x");
      assertThat(run(anbncn, word + "c")).isEmpty();
      assertThat(run(anbncn, "a" + word)).isEmpty();
      assertThat(run(anbncn, word + word)).isEqualTo(n == 0 ? "x" : "");
    }
  }

  private static boolean inLanguage(String word) {
    int n = word.length() / 3;
    return word.equals("a".repeat(n) + "b".repeat(n) + "c".repeat(n));
  }

  private static String sorted(String word) {
    return word.codePoints()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String reversed(String word) {
    return new StringBuilder(word).reverse().toString();
  }

  /// One more than the binary number `word`, as wide as `word` unless there is a carry left.
  private static String incremented(String word) {
    BigInteger next = new BigInteger("0" + word, 2).add(BigInteger.ONE);
    String digits = next.toString(2);
    return "0".repeat(Math.max(0, word.length() - digits.length())) + digits;
  }
}
