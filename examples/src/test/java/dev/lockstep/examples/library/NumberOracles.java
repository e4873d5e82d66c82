package dev.lockstep.examples.library;

import static dev.lockstep.examples.library.Plain.big;
import static dev.lockstep.examples.library.Plain.field;
import static dev.lockstep.examples.library.Plain.ints;
import static dev.lockstep.examples.library.Plain.number;
import static dev.lockstep.examples.library.Plain.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Oracles of the programs of `mu/everyday` about numbers and dates.
final class NumberOracles {
  private NumberOracles() {}

  static List<Oracle> all() {
    return List.of(
        new Oracle(
            "mu/everyday/prime-factors.mu", "`BigInteger.isProbablePrime`", NumberOracles::factors),
        Oracle.equal(
            "mu/everyday/perfect-numbers.mu",
            "the list of the ancients: 6, 28, 496",
            input -> Stream.of(6, 28, 496).filter(it -> it < n(input)).toList()),
        Oracle.equal(
            "mu/everyday/armstrong-numbers.mu",
            "OEIS A005188",
            input ->
                Stream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 153, 370, 371, 407, 1634, 8208, 9474)
                    .filter(it -> it < n(input))
                    .toList()),
        Oracle.equal("mu/everyday/happy-number.mu", "a `Set`", input -> happy(n(input))),
        Oracle.equal(
            "mu/everyday/square-root.mu",
            "`BigInteger.sqrt`",
            input -> big(field(input, "n")).sqrt()),
        Oracle.equal(
            "mu/everyday/count-bits.mu",
            "`BigInteger.bitCount`",
            input -> big(field(input, "n")).bitCount()),
        Oracle.equal(
            "mu/everyday/gray-code.mu", "n ⊕ n / 2 in binary", input -> grayCode(n(input))),
        Oracle.equal(
            "mu/everyday/base-conversion.mu", "`BigInteger.toString`", NumberOracles::digits),
        Oracle.equal(
            "mu/everyday/modular-inverse.mu",
            "`BigInteger.modInverse`",
            input -> big(field(input, "a")).modInverse(big(field(input, "m")))),
        Oracle.equal(
            "mu/everyday/partitions.mu",
            "recursion over the greatest part",
            input -> partitions(n(input), n(input))),
        Oracle.equal("mu/everyday/josephus.mu", "a queue", NumberOracles::josephus),
        Oracle.equal(
            "mu/everyday/queens.mu",
            "every permutation",
            input ->
                orders(n(input)).stream()
                    .filter(NumberOracles::peaceful)
                    .findFirst()
                    .<Object>map(queens -> queens)
                    .orElse(new Value.Nothing())),
        Oracle.equal(
            "mu/everyday/permutations.mu", "recursion over places", input -> orders(n(input))),
        new Oracle("mu/everyday/magic-square.mu", "all sums", NumberOracles::magic),
        Oracle.equal(
            "mu/everyday/day-of-week.mu",
            "`LocalDate.getDayOfWeek`",
            input ->
                LocalDate.of(
                        number(field(input, "year")),
                        number(field(input, "month")),
                        number(field(input, "day")))
                    .getDayOfWeek()
                    .getValue()),
        Oracle.equal(
            "mu/everyday/days-between.mu",
            "`ChronoUnit.DAYS`",
            input ->
                ChronoUnit.DAYS.between(
                    date(ints(field(input, "first"))), date(ints(field(input, "second"))))));
  }

  private static int n(Value input) {
    return number(field(input, "n"));
  }

  private static LocalDate date(List<Integer> parts) {
    return LocalDate.of(parts.get(0), parts.get(1), parts.get(2));
  }

  private static void factors(Value input, Value answer) {
    List<Integer> factors = ints(answer);
    assertThat(factors).isSorted();
    assertThat(factors).allMatch(it -> BigInteger.valueOf(it).isProbablePrime(50));
    assertThat(factors.stream().reduce(1, Math::multiplyExact)).isEqualTo(n(input));
  }

  private static boolean happy(int n) {
    Set<Integer> seen = new HashSet<>();
    int now = n;
    while (seen.add(now)) {
      now = String.valueOf(now).chars().map(c -> (c - '0') * (c - '0')).sum();
    }
    return now == 1;
  }

  private static List<List<Integer>> grayCode(int bits) {
    return IntStream.range(0, 1 << bits)
        .map(n -> n ^ n / 2)
        .mapToObj(
            code -> IntStream.range(0, bits).mapToObj(i -> code >> (bits - 1 - i) & 1).toList())
        .toList();
  }

  private static List<Integer> digits(Value input) {
    int base = number(field(input, "base"));
    return big(field(input, "n"))
        .toString(base)
        .chars()
        .mapToObj(c -> Character.digit(c, base))
        .toList();
  }

  private static int partitions(int n, int greatest) {
    return n == 0
        ? 1
        : IntStream.rangeClosed(1, Math.min(n, greatest))
            .map(part -> partitions(n - part, part))
            .sum();
  }

  private static List<Integer> josephus(Value input) {
    Deque<Integer> circle = new ArrayDeque<>(IntStream.range(0, n(input)).boxed().toList());
    List<Integer> gone = new ArrayList<>();
    while (!circle.isEmpty()) {
      for (int i = 1; i < number(field(input, "k")); i++) {
        circle.addLast(circle.removeFirst());
      }
      gone.add(circle.removeFirst());
    }
    return gone;
  }

  /// All orders of the numbers below `n`, as in a dictionary.
  static List<List<Integer>> orders(int n) {
    List<List<Integer>> orders = new ArrayList<>();
    extend(List.of(), n, orders);
    return orders;
  }

  private static void extend(List<Integer> beginning, int n, List<List<Integer>> orders) {
    if (beginning.size() == n) {
      orders.add(beginning);
    }
    IntStream.range(0, n)
        .filter(it -> !beginning.contains(it))
        .forEach(
            it -> extend(Stream.concat(beginning.stream(), Stream.of(it)).toList(), n, orders));
  }

  private static boolean peaceful(List<Integer> queens) {
    return IntStream.range(0, queens.size())
        .allMatch(
            i ->
                IntStream.range(0, i)
                    .noneMatch(j -> Math.abs(queens.get(i) - queens.get(j)) == i - j));
  }

  private static void magic(Value input, Value answer) {
    int n = n(input);
    List<List<Integer>> square = table(answer);
    assertThat(square).hasSize(n).allMatch(row -> row.size() == n);
    assertThat(square.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, n * n).boxed().toList());
    int sum = n * (n * n + 1) / 2;
    for (int line = 0; line < n; line++) {
      int i = line;
      assertThat(square.get(i).stream().mapToInt(it -> it).sum()).isEqualTo(sum);
      assertThat(square.stream().mapToInt(row -> row.get(i)).sum()).isEqualTo(sum);
    }
    assertThat(IntStream.range(0, n).map(i -> square.get(i).get(i)).sum()).isEqualTo(sum);
    assertThat(IntStream.range(0, n).map(i -> square.get(i).get(n - 1 - i)).sum()).isEqualTo(sum);
  }
}
