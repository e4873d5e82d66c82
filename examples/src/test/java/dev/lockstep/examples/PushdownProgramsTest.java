package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The example programs with stacks against the JDK, on all short words or on random ones.
@Execution(ExecutionMode.CONCURRENT)
class PushdownProgramsTest {
  private static final Pattern PAIR = Pattern.compile("\\(\\)|\\[\\]|\\{\\}");
  private static final int INPUTS = 200;

  private final Random random = new Random(7);

  private static Function<String, Value> answers(String name) {
    Path file = Programs.ROOT.resolve(name);
    return answers(Languages.of(file), file);
  }

  private static <P, C, D> Function<String, Value> answers(Language<P, C, D> language, Path file) {
    Machine<C, D> machine = language.load(language.parse(Source.read(file)));
    return word ->
        machine
            .output(
                new Interpreter<>(machine)
                    .trace(machine.start(Value.of(word)), Budget.DEFAULT)
                    .last())
            .orElseThrow();
  }

  private static void onAllWords(
      String name, String alphabet, int longest, Function<String, Value> oracle) {
    Function<String, Value> program = answers(name);
    List<String> words = new ArrayList<>(List.of(""));
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      assertThat(program.apply(word)).as("%s on `%s`", name, word).isEqualTo(oracle.apply(word));
      for (int k = 0; k < alphabet.length() && word.length() < longest; k++) {
        words.add(word + alphabet.charAt(k));
      }
    }
  }

  private String word(String symbols, int most) {
    return random
        .ints(random.nextInt(most + 1), 0, symbols.length())
        .mapToObj(i -> symbols.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private void onRandom(String name, Function<Integer, String> input, Function<String, String> is) {
    Function<String, Value> program = answers(name);
    for (int i = 0; i < INPUTS; i++) {
      String word = input.apply(i);
      assertThat(program.apply(word))
          .as("%s on `%s`", name, word)
          .isEqualTo(Value.of(is.apply(word)));
    }
  }

  @Test
  void acceptedWords() {
    onAllWords(
        "dpda/anbn.dpda",
        "ab",
        9,
        word ->
            new Value.Bool(
                word.equals("a".repeat(word.length() / 2) + "b".repeat(word.length() / 2))));
    onAllWords(
        "dpda/brackets.dpda",
        "([)]",
        6,
        word -> {
          String left = word;
          while (PAIR.matcher(left).find()) {
            left = PAIR.matcher(left).replaceAll("");
          }
          return new Value.Bool(left.isEmpty());
        });
    onAllWords(
        "dpda/palindrome.dpda",
        "01=",
        7,
        word -> {
          int middle = word.length() / 2;
          return new Value.Bool(
              word.length() % 2 == 1
                  && word.indexOf('=') == middle
                  && new StringBuilder(word).reverse().toString().equals(word));
        });
    onAllWords(
        "two-stack/anbncn.stacks",
        "abc",
        7,
        word -> {
          int n = word.length() / 3;
          return new Value.Bool(word.equals("a".repeat(n) + "b".repeat(n) + "c".repeat(n)));
        });
  }

  @Test
  void regularTasks() {
    onRandom(
        "dpda/cycle-navigation.dpda",
        _ -> word("012", 20),
        moves -> {
          long on = moves.chars().filter(it -> it == '1').count();
          long back = moves.chars().filter(it -> it == '2').count();
          return "" + Math.floorMod(on - back, 5);
        });
    onRandom(
        "dpda/modular-arithmetic.dpda",
        _ -> {
          StringBuilder text = new StringBuilder("" + random.nextInt(5));
          for (int left = random.nextInt(8); left > 0; left--) {
            text.append("+-*".charAt(random.nextInt(3))).append(random.nextInt(5));
          }
          return text.toString();
        },
        text -> {
          long sum = 0;
          for (String term : text.replace("-", "+-").split("\\+", -1)) {
            long product = term.startsWith("-") ? -1 : 1;
            for (String factor : term.replace("-", "").split("\\*", -1)) {
              product *= Long.parseLong(factor);
            }
            sum += product;
          }
          return "" + Math.floorMod(sum, 5);
        });
  }

  private String expression(int depth) {
    return depth == 0
        ? "" + random.nextInt(5)
        : "("
            + expression(random.nextInt(depth))
            + "+-*".charAt(random.nextInt(3))
            + expression(random.nextInt(depth))
            + ")";
  }

  /// By replacing the innermost brackets until there are none.
  private static String value(String expression) {
    String text = expression;
    while (text.contains("(")) {
      int open = text.lastIndexOf('(');
      int left = text.charAt(open + 1) - '0';
      int right = text.charAt(open + 3) - '0';
      int value =
          switch (text.charAt(open + 2)) {
            case '+' -> left + right;
            case '-' -> left - right;
            default -> left * right;
          };
      text = text.substring(0, open) + Math.floorMod(value, 5) + text.substring(open + 5);
    }
    return text;
  }

  @Test
  void contextFreeTasks() {
    onRandom(
        "dpda/reverse-string.dpda",
        _ -> word("01", 40),
        word -> new StringBuilder(word).reverse().toString());
    onRandom(
        "dpda/stack-manipulation.dpda",
        _ -> word("01", 8) + ">" + word("012", 14),
        word -> {
          StringBuilder stack = new StringBuilder(word.substring(0, word.indexOf('>')));
          for (char action : word.substring(word.indexOf('>') + 1).toCharArray()) {
            if (action != '2') {
              stack.append(action);
            } else if (!stack.isEmpty()) {
              stack.setLength(stack.length() - 1);
            }
          }
          return stack.reverse().toString();
        });
    onRandom(
        "dpda/modular-arithmetic-brackets.dpda",
        i -> expression(i % 7),
        PushdownProgramsTest::value);
  }

  @Test
  void contextSensitiveTasks() {
    onRandom("two-stack/duplicate-string.stacks", _ -> word("01", 12), word -> word + word);
    onRandom(
        "two-stack/odds-first.stacks",
        _ -> word("01", 16),
        word ->
            IntStream.concat(
                    IntStream.range(0, word.length()).filter(i -> i % 2 == 0),
                    IntStream.range(0, word.length()).filter(i -> i % 2 == 1))
                .mapToObj(i -> word.substring(i, i + 1))
                .collect(Collectors.joining()));
    onRandom(
        "two-stack/bucket-sort.stacks",
        _ -> word("01234", 16),
        word -> word.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining()));
    String[] whole = {""};
    onRandom(
        "dpda/missing-duplicate.dpda",
        _ -> {
          whole[0] = (word("01", 9) + "1").repeat(2);
          int hidden = random.nextInt(whole[0].length());
          return whole[0].substring(0, hidden) + "2" + whole[0].substring(hidden + 1);
        },
        word -> whole[0].substring(word.indexOf('2'), word.indexOf('2') + 1));
  }

  private static BigInteger lowestFirst(String bits) {
    return new BigInteger("0" + new StringBuilder(bits).reverse(), 2);
  }

  @Test
  void binaryNumbers() {
    Function<String, Value> add = answers("two-stack/binary-addition.stacks");
    for (int i = 0; i < INPUTS; i++) {
      String a = word("01", 100);
      String b = i % 4 == 0 ? "1".repeat(a.length()) : word("01", 100);
      String sum = ((Value.Text) add.apply(a + "+" + b)).value();
      assertThat(lowestFirst(sum)).isEqualTo(lowestFirst(a).add(lowestFirst(b)));
      assertThat(sum.length()).isGreaterThanOrEqualTo(Math.max(a.length(), b.length()));
    }
    onRandom(
        "two-stack/compare.stacks",
        i -> {
          BigInteger a = new BigInteger(random.nextInt(70), random);
          BigInteger b = i % 3 == 0 ? a : new BigInteger(random.nextInt(70), random);
          return a.toString(2)
              + "?"
              + (i % 6 == 3 && a.signum() > 0 ? a.flipBit(0) : b).toString(2);
        },
        text -> {
          String[] both = text.split("\\?", -1);
          int order = new BigInteger(both[0], 2).compareTo(new BigInteger(both[1], 2));
          return order < 0 ? "<" : order > 0 ? ">" : "=";
        });
  }
}
