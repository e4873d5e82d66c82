package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.register.RegisterLanguage;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The 15 tasks of "Neural Networks and the Chomsky Hierarchy" (Delétang et al., 2023) and the
/// seven operations of "Executing Arithmetic" as programs, on generated inputs, against the JDK.
@Execution(ExecutionMode.CONCURRENT)
class TaskProgramsTest {
  private static final int INPUTS = 60;
  private static final MuLanguage MU = new MuLanguage();
  private static final RegisterLanguage REGISTER = new RegisterLanguage();

  private final RandomGenerator random = new SplittableRandom(15);

  private static Value list(List<Integer> numbers) {
    return new Value.Items(numbers.stream().map(Value::of).toList());
  }

  private static SequencedMap<String, Value> fields(Object... namesAndValues) {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(
          (String) namesAndValues[i],
          namesAndValues[i + 1] instanceof Integer number
              ? Value.of(number)
              : (Value) namesAndValues[i + 1]);
    }
    return fields;
  }

  private List<Integer> word(int end, int longest) {
    return random.ints(random.nextInt(longest + 1), 0, end).boxed().toList();
  }

  private void agrees(String task, SequencedMap<String, Value> input, Value expected) {
    Source source = Source.read(Programs.ROOT.resolve("tasks/" + task + ".mu"));
    Runner<?> runner = Runner.reference(MU.load(MU.parse(source)));
    Runner.Finish finish =
        runner.run(new Value.Fields(input), Budget.DEFAULT, _ -> true).orElseThrow();
    assertThat(finish.output()).as("%s on %s: %s", task, input, finish).contains(expected);
  }

  private void words(String task, int end, Function<List<Integer>, Value> oracle) {
    for (int i = 0; i < INPUTS; i++) {
      List<Integer> word = word(end, 12);
      agrees(task, fields("word", list(word)), oracle.apply(word));
    }
  }

  private static String text(List<Integer> word) {
    return word.stream().map(it -> "" + it).collect(Collectors.joining());
  }

  @Test
  void regularTasks() {
    words(
        "even-pairs",
        2,
        word -> new Value.Bool(word.isEmpty() || word.getFirst().equals(word.getLast())));
    words("parity-check", 2, word -> new Value.Bool(Collections.frequency(word, 1) % 2 == 0));
    for (int i = 0; i < INPUTS; i++) {
      List<Integer> moves = word(3, 20);
      int place = Collections.frequency(moves, 1) - Collections.frequency(moves, 2);
      agrees("cycle-navigation", fields("moves", list(moves)), Value.of(Math.floorMod(place, 5)));
    }
  }

  /// An expression as tokens, and its value.
  private record Expression(List<Integer> tokens, int value) {}

  private Expression expression(int depth, int unknown) {
    if (depth == 0) {
      int number = random.nextInt(5);
      return number == unknown && random.nextBoolean()
          ? new Expression(List.of(10), number)
          : new Expression(List.of(number), number);
    }
    Expression left = expression(random.nextInt(depth), unknown);
    Expression right = expression(random.nextInt(depth), unknown);
    int operator = 5 + random.nextInt(3);
    List<Integer> tokens = new ArrayList<>(List.of(8));
    tokens.addAll(left.tokens());
    tokens.add(operator);
    tokens.addAll(right.tokens());
    tokens.add(9);
    int value =
        switch (operator) {
          case 5 -> left.value() + right.value();
          case 6 -> left.value() - right.value();
          default -> left.value() * right.value();
        };
    return new Expression(tokens, Math.floorMod(value, 5));
  }

  @Test
  void arithmeticModuloFive() {
    for (int i = 0; i < INPUTS; i++) {
      Expression it = expression(random.nextInt(5), -1);
      agrees(
          "modular-arithmetic-brackets", fields("tokens", list(it.tokens())), Value.of(it.value()));
      List<Integer> flat = new ArrayList<>(List.of(random.nextInt(5)));
      int sum = 0;
      int product = flat.getFirst();
      for (int j = random.nextInt(8); j > 0; j--) {
        int operator = 5 + random.nextInt(3);
        int number = random.nextInt(5);
        flat.addAll(List.of(operator, number));
        sum += operator == 7 ? 0 : product;
        product = operator == 7 ? product * number : operator == 6 ? -number : number;
      }
      agrees(
          "modular-arithmetic",
          fields("tokens", list(flat)),
          Value.of(Math.floorMod(sum + product, 5)));
    }
  }

  @Test
  void equations() {
    for (int i = 0; i < INPUTS; i++) {
      // a · x + b has one solution where a is not 0
      int a = 1 + random.nextInt(4);
      int b = random.nextInt(5);
      int x = random.nextInt(5);
      solved(List.of(a, 7, 10, 5, b), (a * x + b) % 5, x);
      // in brackets, whatever x was hidden: a solution that is not above it
      Expression it = expression(3, x);
      List<Integer> tokens = it.tokens();
      int least =
          IntStream.range(0, 5)
              .filter(guess -> value(tokens, guess) == it.value())
              .findFirst()
              .orElseThrow();
      solved(tokens, it.value(), least);
    }
    solved(List.of(8, 10, 7, 10, 9, 5, 2), 0, -1); // 3 is no square modulo 5
  }

  /// In Mu and on the register machine.
  private void solved(List<Integer> tokens, int value, int x) {
    agrees("solve-equation", fields("tokens", list(tokens), "value", value), Value.of(x));
    List<Integer> words = new ArrayList<>(List.of(tokens.size()));
    words.addAll(tokens);
    words.add(value);
    Path file = Programs.ROOT.resolve("register/solve-equation.rm");
    Runner.Finish finish =
        Runner.reference(REGISTER.load(REGISTER.parse(Source.read(file))))
            .run(list(words), Budget.DEFAULT, _ -> true)
            .orElseThrow();
    assertThat(finish.output()).as("%s: %s", words, finish).contains(list(List.of(x)));
  }

  /// The value by repeated replacement of the innermost brackets in the expression's text.
  private static int value(List<Integer> tokens, int x) {
    String text =
        tokens.stream()
            .map(it -> it == 10 ? "" + x : it > 4 ? "" + "+-*()".charAt(it - 5) : "" + it)
            .collect(Collectors.joining());
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
    return Integer.parseInt(text);
  }

  @Test
  void contextFreeTasks() {
    words("reverse-string", 2, word -> list(word.reversed()));
    for (int i = 0; i < INPUTS; i++) {
      List<Integer> stack = word(2, 8);
      List<Integer> actions = word(3, 12);
      List<Integer> left = new ArrayList<>(stack);
      for (int action : actions) {
        if (action < 2) {
          left.add(action);
        } else if (!left.isEmpty()) {
          left.removeLast();
        }
      }
      agrees(
          "stack-manipulation",
          fields("stack", list(stack), "actions", list(actions)),
          list(left.reversed()));
    }
  }

  @Test
  void contextSensitiveTasks() {
    words(
        "duplicate-string",
        2,
        word -> list(Collections.nCopies(2, word).stream().flatMap(List::stream).toList()));
    words(
        "odds-first",
        2,
        word ->
            list(
                IntStream.concat(
                        IntStream.range(0, word.size()).filter(it -> it % 2 == 0),
                        IntStream.range(0, word.size()).filter(it -> it % 2 == 1))
                    .mapToObj(word::get)
                    .toList()));
    words("bucket-sort", 5, word -> list(word.stream().sorted().toList()));
    for (int i = 0; i < INPUTS; i++) {
      List<Integer> once = new ArrayList<>(word(2, 9));
      once.add(1);
      List<Integer> twice = new ArrayList<>(once);
      twice.addAll(once);
      int hidden = twice.set(random.nextInt(twice.size()), 2);
      agrees("missing-duplicate", fields("word", list(twice)), Value.of(hidden));
    }
  }

  private static BigInteger number(List<Integer> digits, int radix) {
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(text(digits.reversed()), radix);
  }

  private static List<Integer> digits(BigInteger number, int radix, int atLeast) {
    List<Integer> digits = new ArrayList<>();
    BigInteger left = number;
    while (left.signum() > 0 || digits.size() < atLeast) {
      digits.add(left.mod(BigInteger.valueOf(radix)).intValue());
      left = left.divide(BigInteger.valueOf(radix));
    }
    return digits;
  }

  @Test
  void binaryTasks() {
    for (int i = 0; i < INPUTS; i++) {
      List<Integer> a = word(2, 40);
      List<Integer> b = word(2, 40);
      SequencedMap<String, Value> both = fields("a", list(a), "b", list(b));
      agrees(
          "binary-addition",
          both,
          list(digits(number(a, 2).add(number(b, 2)), 2, Math.max(a.size(), b.size()))));
      agrees(
          "binary-multiplication",
          both,
          list(digits(number(a, 2).multiply(number(b, 2)), 2, a.size() + b.size())));
      BigInteger root = number(a.reversed(), 2).sqrt();
      agrees(
          "compute-sqrt",
          fields("bits", list(a)),
          list(digits(root, 2, (a.size() + 1) / 2).reversed()));
    }
  }

  @Test
  void theSevenOperations() {
    for (int i = 0; i < 2 * INPUTS; i++) {
      BigInteger a = number(word(10, 18), 10);
      BigInteger b = i % 5 == 0 ? a : number(word(10, 9), 10);
      int operation = i % 7;
      boolean refused =
          (operation == 1 && a.compareTo(b) < 0) || (operation == 3 && b.signum() == 0);
      if (refused) {
        continue;
      }
      BigInteger expected =
          switch (operation) {
            case 0 -> a.add(b);
            case 1 -> a.subtract(b);
            case 2 -> a.multiply(b);
            case 3 -> a.divide(b);
            case 4 -> a.equals(b) ? BigInteger.ONE : BigInteger.ZERO;
            case 5 -> a.compareTo(b) > 0 ? BigInteger.ONE : BigInteger.ZERO;
            default -> a.compareTo(b) < 0 ? BigInteger.ONE : BigInteger.ZERO;
          };
      agrees(
          "executing-arithmetic",
          fields("operation", operation, "a", list(digits(a, 10, 0)), "b", list(digits(b, 10, 0))),
          list(digits(expected, 10, 0)));
    }
  }
}
