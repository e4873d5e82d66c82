package dev.lockstep.examples.library;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Inputs of the programs in `mu/` itself.
final class FirstInputs {
  private FirstInputs() {}

  static Map<String, Function<Draw, Given>> all() {
    return Map.ofEntries(
        Map.entry("add", FirstInputs::digits),
        Map.entry("average", draw -> Given.that("xs", draw.ints(draw.positiveLength()))),
        Map.entry("binary-search", FirstInputs::differentSorted),
        Map.entry("bubble-sort", draw -> Given.that("xs", draw.ints(draw.length()))),
        Map.entry("collatz", draw -> Given.that("n", draw.between(1, 10 * draw.size()))),
        Map.entry("digit-sum", draw -> Given.that("n", draw.big(3 * draw.size()))),
        Map.entry("factorial", draw -> Given.that("n", draw.between(0, 5 * draw.size()))),
        Map.entry("fibonacci", draw -> Given.that("n", draw.between(0, 12))),
        Map.entry("gcd", FirstInputs::multiples),
        Map.entry("hanoi", draw -> Given.that("n", draw.between(0, Math.min(8, draw.size())))),
        Map.entry("horner", FirstInputs::polynomial),
        Map.entry("max-subarray", draw -> Given.that("xs", draw.ints(draw.positiveLength()))),
        Map.entry("palindrome", FirstInputs::maybePalindrome),
        Map.entry("pascal", draw -> Given.that("n", draw.between(0, 2 * draw.size()))),
        Map.entry("power", FirstInputs::powers),
        Map.entry("primes", draw -> Given.that("n", draw.between(0, 20 * draw.size()))),
        Map.entry("reverse", draw -> Given.that("xs", draw.ints(draw.length()))));
  }

  private static Given digits(Draw draw) {
    int length = draw.length();
    return Given.that("a", draw.ints(length, 0, 9)).and("b", draw.ints(length, 0, 9));
  }

  private static Given differentSorted(Draw draw) {
    List<Integer> sorted = draw.ints(draw.length(), -30, 30).stream().distinct().sorted().toList();
    boolean among = !sorted.isEmpty() && draw.chance(50);
    return Given.that("xs", sorted).and("x", among ? draw.one(sorted) : draw.between(-33, 33));
  }

  private static Given multiples(Draw draw) {
    BigInteger shared = draw.big(draw.size());
    return Given.that("a", draw.big(draw.size()).multiply(shared))
        .and("b", draw.big(draw.size()).multiply(shared));
  }

  private static Given polynomial(Draw draw) {
    return Given.that("coefficients", draw.ints(draw.length())).and("x", draw.between(-20, 20));
  }

  private static Given maybePalindrome(Draw draw) {
    List<Integer> half = draw.ints(draw.length(), 0, 3);
    List<Integer> whole = Stream.concat(half.stream(), half.reversed().stream()).toList();
    return Given.that("xs", draw.chance(50) ? whole : draw.ints(draw.length(), 0, 2));
  }

  private static Given powers(Draw draw) {
    return Given.that("base", draw.big(draw.size()).subtract(draw.big(draw.size())))
        .and("exponent", draw.big(draw.size()))
        .and("modulus", draw.big(draw.size()).add(BigInteger.ONE));
  }
}
