package dev.lockstep.examples.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Inputs of the programs of `mu/everyday` with records, maps and tuples, and of those that print.
final class RecordInputs {
  private static final List<String> GOODS = List.of("milk", "bread", "tea", "apples", "soap");

  private RecordInputs() {}

  static Map<String, Function<Draw, Given>> all() {
    return Map.ofEntries(
        Map.entry("bank-account", RecordInputs::bookings),
        Map.entry("fractions", RecordInputs::fractions),
        Map.entry("shopping", RecordInputs::basket),
        Map.entry("stack-machine", RecordInputs::program),
        Map.entry("fizzbuzz", draw -> Given.that("n", draw.between(0, 5 * draw.size()))),
        Map.entry("calendar", RecordInputs::month),
        Map.entry("triangle", RecordInputs::sides));
  }

  private static Given bookings(Draw draw) {
    return Given.that(
        "bookings",
        draw.list(
            draw.length(),
            () ->
                Given.that(
                        "kind",
                        draw.one(List.of("deposit", "deposit", "withdrawal", "withdrawal", "gift")))
                    .and("amount", draw.between(1, 50))
                    .fields()));
  }

  private static Given fractions(Draw draw) {
    return Given.that(
        "fractions",
        draw.list(
            draw.length(),
            () ->
                Given.that("over", draw.between(-12, 12))
                    .and("under", draw.between(1, 12))
                    .fields()));
  }

  private static Given basket(Draw draw) {
    Map<String, Integer> prices = new LinkedHashMap<>();
    draw.list(draw.between(1, 4), () -> draw.one(GOODS))
        .forEach(good -> prices.put(good, draw.between(1, 90)));
    return Given.that("prices", prices)
        .and(
            "basket", draw.list(draw.length(), () -> List.of(draw.one(GOODS), draw.between(1, 6))));
  }

  /// Counts down from a number, prints on the way, and computes a little at the end.
  private static Given program(Draw draw) {
    List<List<Object>> program = new ArrayList<>();
    program.add(List.of("push", draw.between(1, draw.size())));
    program.add(List.of("copy", 0));
    program.add(List.of("print", 0));
    program.add(List.of("push", -1));
    program.add(List.of("add", 0));
    program.add(List.of("copy", 0));
    program.add(List.of("jump if zero", 8));
    program.add(List.of("jump", 1));
    for (int i = draw.length(); i > 0; i--) {
      program.add(List.of("push", draw.between(-9, 9)));
      program.add(List.of(draw.one(List.of("add", "multiply")), 0));
    }
    program.add(List.of("print", 0));
    return Given.that("program", program);
  }

  private static Given month(Draw draw) {
    int reach = draw.size() * draw.size();
    return Given.that("year", 2000 + draw.between(-reach, 10 * reach))
        .and("month", draw.between(1, 12));
  }

  private static Given sides(Draw draw) {
    int most = draw.between(1, 1 + draw.size());
    return Given.that("a", draw.between(1, most))
        .and("b", draw.between(1, most))
        .and("c", draw.between(1, most));
  }
}
