package dev.lockstep.examples.library;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Inputs of the programs of `mu/everyday` about lists.
final class EverydayListInputs {
  private EverydayListInputs() {}

  static Map<String, Function<Draw, Given>> all() {
    return Map.ofEntries(
        Map.entry("run-lengths", draw -> Given.that("xs", draw.ints(2 * draw.length(), 0, 1))),
        Map.entry("merge", EverydayListInputs::twoSorted),
        Map.entry("most-frequent", draw -> Given.that("xs", few(draw, draw.positiveLength()))),
        Map.entry("distinct", draw -> Given.that("xs", few(draw, draw.length()))),
        Map.entry("rotate", EverydayListInputs::rotation),
        Map.entry("two-sum", EverydayListInputs::sortedAndSum),
        Map.entry("longest-increasing", draw -> Given.that("xs", draw.ints(draw.length()))),
        Map.entry("rain-water", draw -> Given.that("heights", draw.ints(draw.length(), 0, 6))),
        Map.entry("luhn", EverydayListInputs::cardNumber),
        Map.entry("subsets", draw -> Given.that("xs", draw.ints(draw.below(5), 0, 9))),
        Map.entry("knapsack", EverydayListInputs::things),
        Map.entry("coin-change", EverydayListInputs::coins));
  }

  private static List<Integer> few(Draw draw, int length) {
    return draw.ints(length, 0, draw.between(1, 6));
  }

  private static List<Integer> sorted(Draw draw) {
    return draw.ints(draw.length()).stream().sorted().toList();
  }

  private static Given twoSorted(Draw draw) {
    return Given.that("a", sorted(draw)).and("b", sorted(draw));
  }

  private static Given rotation(Draw draw) {
    return Given.that("xs", draw.ints(draw.length()))
        .and("k", draw.between(-2 * draw.size(), 2 * draw.size()));
  }

  private static Given sortedAndSum(Draw draw) {
    List<Integer> xs = draw.ints(draw.length(), -9, 20).stream().sorted().toList();
    boolean found = xs.size() > 1 && draw.chance(70);
    return Given.that("xs", xs)
        .and("wanted", found ? draw.one(xs) + draw.one(xs) : draw.between(-5, 30));
  }

  /// Half of them with the right check digit.
  private static Given cardNumber(Draw draw) {
    List<Integer> digits = draw.ints(draw.positiveLength() + 1, 0, 9);
    return Given.that("digits", draw.chance(50) ? Luhn.corrected(digits) : digits);
  }

  private static Given things(Draw draw) {
    int length = draw.length();
    return Given.that("weights", draw.ints(length, 0, 9))
        .and("worth", draw.ints(length, 0, 20))
        .and("capacity", draw.between(0, 4 * draw.size()));
  }

  private static Given coins(Draw draw) {
    return Given.that("coins", draw.ints(draw.between(0, 3), 1, 12))
        .and("amount", draw.between(0, 3 * draw.size()));
  }
}
