package dev.lockstep.examples.library;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Inputs of the programs of `mu/everyday` about numbers and dates.
final class NumberInputs {
  private NumberInputs() {}

  static Map<String, Function<Draw, Given>> all() {
    return Map.ofEntries(
        Map.entry("prime-factors", NumberInputs::composite),
        Map.entry("perfect-numbers", draw -> Given.that("n", draw.between(0, 12 * draw.size()))),
        Map.entry("armstrong-numbers", draw -> Given.that("n", draw.between(0, 50 * draw.size()))),
        Map.entry("happy-number", draw -> Given.that("n", draw.between(1, 100 * draw.size()))),
        Map.entry("square-root", NumberInputs::nearSquare),
        Map.entry("count-bits", draw -> Given.that("n", draw.big(2 * draw.size()))),
        Map.entry("gray-code", draw -> Given.that("n", draw.between(0, Math.min(6, draw.size())))),
        Map.entry("base-conversion", NumberInputs::numberAndBase),
        Map.entry("modular-inverse", NumberInputs::coprime),
        Map.entry("partitions", draw -> Given.that("n", draw.between(0, 2 * draw.size()))),
        Map.entry("josephus", NumberInputs::circle),
        Map.entry("queens", draw -> Given.that("n", draw.between(0, Math.min(7, draw.size())))),
        Map.entry(
            "permutations", draw -> Given.that("n", draw.between(0, Math.min(5, draw.size())))),
        Map.entry(
            "magic-square",
            draw -> Given.that("n", 1 + 2 * draw.between(0, Math.min(6, draw.size())))),
        Map.entry("day-of-week", NumberInputs::date),
        Map.entry("days-between", NumberInputs::twoDates));
  }

  private static Given composite(Draw draw) {
    int n = 1;
    for (int i = 0; i < draw.size() && n < 5_000; i++) {
      n *= draw.between(1, 12);
    }
    return Given.that("n", n);
  }

  private static Given nearSquare(Draw draw) {
    BigInteger square = draw.big(draw.size()).pow(2);
    return Given.that("n", square.add(BigInteger.valueOf(draw.between(-1, 1))).abs());
  }

  private static Given numberAndBase(Draw draw) {
    return Given.that("n", draw.big(2 * draw.size())).and("base", draw.between(2, 36));
  }

  private static Given coprime(Draw draw) {
    BigInteger m = draw.big(draw.size()).add(BigInteger.TWO);
    BigInteger a = draw.big(draw.size());
    while (!a.gcd(m).equals(BigInteger.ONE)) {
      a = a.add(BigInteger.ONE);
    }
    return Given.that("a", draw.chance(20) ? a.negate() : a).and("m", m);
  }

  private static Given circle(Draw draw) {
    return Given.that("n", draw.length()).and("k", draw.between(1, 2 * draw.size()));
  }

  private static LocalDate day(Draw draw) {
    int reach = 30 * draw.size() * draw.size();
    return LocalDate.of(2000, 2, 29).plusDays(draw.between(-reach, 60 * reach));
  }

  private static Given date(Draw draw) {
    LocalDate day = day(draw);
    return Given.that("year", day.getYear())
        .and("month", day.getMonthValue())
        .and("day", day.getDayOfMonth());
  }

  private static Given twoDates(Draw draw) {
    return Given.that("first", parts(day(draw))).and("second", parts(day(draw)));
  }

  private static List<Integer> parts(LocalDate day) {
    return List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}
