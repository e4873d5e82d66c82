package dev.lockstep.examples.library;

import static dev.lockstep.examples.library.Plain.field;
import static dev.lockstep.examples.library.Plain.items;
import static dev.lockstep.examples.library.Plain.number;
import static dev.lockstep.examples.library.Plain.text;

import dev.lockstep.machine.Value;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/// Oracles of the programs of `mu/everyday` with records, maps and tuples, and of those that print.
final class RecordOracles {
  private RecordOracles() {}

  static List<Oracle> all() {
    return List.of(
        Oracle.equal("mu/everyday/bank-account.mu", "Java", RecordOracles::account),
        Oracle.equal(
            "mu/everyday/fractions.mu",
            "Hipparchus `BigFraction`",
            input -> {
              BigFraction sum =
                  items(field(input, "fractions")).stream()
                      .map(
                          it ->
                              new BigFraction(
                                  number(field(it, "over")), number(field(it, "under"))))
                      .reduce(BigFraction.ZERO, BigFraction::add);
              return Map.of("over", sum.getNumerator(), "under", sum.getDenominator());
            }),
        Oracle.equal("mu/everyday/shopping.mu", "Java", RecordOracles::bill),
        Oracle.equal(
            "mu/everyday/stack-machine.mu",
            "what the drawn program says in words",
            RecordOracles::countdown),
        Oracle.equal(
            "mu/everyday/fizzbuzz.mu",
            "texts put together",
            input ->
                IntStream.rangeClosed(1, number(field(input, "n")))
                    .mapToObj(
                        i -> {
                          String said = (i % 3 == 0 ? "Fizz" : "") + (i % 5 == 0 ? "Buzz" : "");
                          return said.isEmpty() ? Integer.toString(i) : said;
                        })
                    .toList()),
        Oracle.equal("mu/everyday/calendar.mu", "`LocalDate`", RecordOracles::month),
        Oracle.equal("mu/everyday/triangle.mu", "a `Set` of the sides", RecordOracles::triangle));
  }

  private static Object account(Value input) {
    int balance = 0;
    int refused = 0;
    for (Value booking : items(field(input, "bookings"))) {
      String kind = text(field(booking, "kind"));
      int sign = kind.equals("deposit") ? 1 : kind.equals("withdrawal") ? -1 : 0;
      int after = balance + sign * number(field(booking, "amount"));
      if (sign == 0 || after < 0) {
        refused++;
      } else {
        balance = after;
      }
    }
    return Map.of("balance", balance, "refused", refused);
  }

  private static Object bill(Value input) {
    SequencedMap<String, Value> prices = ((Value.Fields) field(input, "prices")).values();
    List<String> unknown = new ArrayList<>();
    int total = 0;
    for (Value line : items(field(input, "basket"))) {
      String good = text(items(line).getFirst());
      if (prices.containsKey(good)) {
        total += number(prices.get(good)) * number(items(line).getLast());
      } else {
        unknown.add(good);
      }
    }
    return Map.of("total", total, "unknown", unknown);
  }

  /// Counts down from the first number to 1, then takes 0 through the sums and products at the end.
  private static Object countdown(Value input) {
    List<Value> program = items(field(input, "program"));
    List<String> printed = new ArrayList<>();
    for (int i = number(items(program.getFirst()).getLast()); i > 0; i--) {
      printed.add(Integer.toString(i));
    }
    long value = 0;
    for (int at = 8; at < program.size() - 1; at += 2) {
      int operand = number(items(program.get(at)).getLast());
      boolean adds = text(items(program.get(at + 1)).getFirst()).equals("add");
      value = adds ? value + operand : value * operand;
    }
    printed.add(Long.toString(value));
    return printed;
  }

  private static List<String> month(Value input) {
    YearMonth month = YearMonth.of(number(field(input, "year")), number(field(input, "month")));
    List<String> lines = new ArrayList<>(List.of(" Mo Tu We Th Fr Sa Su"));
    StringBuilder line = new StringBuilder();
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate date = month.atDay(day);
      int column = 3 * date.getDayOfWeek().getValue() - 3;
      line.append(" ".repeat(column - line.length()));
      line.append(String.format(Locale.ROOT, "%3d", day));
      if (column == 18 || day == month.lengthOfMonth()) {
        lines.add(line.toString());
        line.setLength(0);
      }
    }
    return lines;
  }

  private static String triangle(Value input) {
    List<Integer> sides =
        List.of(number(field(input, "a")), number(field(input, "b")), number(field(input, "c")))
            .stream()
            .sorted()
            .toList();
    if (sides.get(2) >= sides.get(0) + sides.get(1)) {
      return "none";
    }
    return List.of("equilateral", "isosceles", "scalene").get(Set.copyOf(sides).size() - 1);
  }
}
