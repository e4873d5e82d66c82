package dev.lockstep.grammar.cellular;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A program while its statements come in, and what is wrong with them.
final class CellularDraft {
  private static final int MOST_DIGITS = 18; // of steps, so that they fit a long

  private final Source source;
  private final Map<String, Stated> lines = new HashMap<>();
  private final List<Diagnostic> errors = new ArrayList<>();

  /// What stands behind a keyword, and the whole line's place.
  private record Stated(String text, Span line) {}

  CellularDraft(Source source) {
    this.source = source;
  }

  List<Diagnostic> errors() {
    return errors;
  }

  void add(String keyword, String text, Span line) {
    Stated first = lines.putIfAbsent(keyword, new Stated(text, line));
    if (first != null) {
      errors.add(
          Diagnostic.error(
              CellularProblem.SECOND_LINE,
              line,
              "second line `%s`, the first is line %d"
                  .formatted(keyword, source.line(first.line().start())),
              "Keep one of them."));
    }
  }

  /// The program; empty where something is wrong with it.
  Optional<CellularProgram> program() {
    if (!lines.containsKey("rule")) {
      errors.add(
          Diagnostic.error(
              CellularProblem.NO_RULE,
              new Span(0, 0),
              "missing line `rule`",
              "Add a line such as `rule B3/S23`."));
      return Optional.empty();
    }
    Optional<CellularRule> rule = rule(lines.get("rule"));
    Optional<Boundary> boundary = rule.flatMap(this::boundary);
    OptionalLong steps = steps();
    return errors.isEmpty()
        ? Optional.of(new CellularProgram(rule.orElseThrow(), boundary.orElseThrow(), steps))
        : Optional.empty();
  }

  private Optional<CellularRule> rule(Stated stated) {
    Stated radius = lines.get("radius");
    if (!Character.isDigit(stated.text().charAt(0))) {
      if (radius != null) {
        error(
            CellularProblem.RADIUS, radius, "a rule `B…/S…` has no radius", "Leave the line out.");
      }
      return Optional.of(CellularRule.Totalistic.of(stated.text()));
    }
    int cells = 1;
    if (radius != null) {
      BigInteger wish = new BigInteger(radius.text());
      if (wish.signum() < 1 || wish.compareTo(BigInteger.valueOf(widest())) > 0) {
        error(
            CellularProblem.RADIUS,
            radius,
            "expected a radius from 1 to " + widest() + ", found `" + radius.text() + "`",
            "Leave the line out for elementary rules.");
        return Optional.empty();
      }
      cells = wish.intValue();
    }
    BigInteger number = new BigInteger(stated.text());
    int windows = 1 << (2 * cells + 1);
    if (number.bitLength() > windows) {
      String most = windows <= 32 ? "" + ((1L << windows) - 1) : "2^" + windows + " - 1";
      error(
          CellularProblem.RULE_NUMBER,
          stated,
          "expected a rule from 0 to %s, found `%s`".formatted(most, stated.text()),
          "Give a larger `radius` if the rule looks farther than that.");
      return Optional.empty();
    }
    return Optional.of(new CellularRule.Numbered(number, cells));
  }

  private static int widest() {
    return CellularRule.Numbered.WIDEST;
  }

  private Optional<Boundary> boundary(CellularRule rule) {
    Stated stated = lines.getOrDefault("boundary", new Stated("open", lines.get("rule").line()));
    if (stated.text().equals("open")) {
      if (!rule.quiet()) {
        error(
            CellularProblem.LIFE_FROM_NOTHING,
            stated,
            "rule `" + rule + "` brings dead cells far from all others to life",
            "Give the board an edge, as in `boundary torus "
                + (rule instanceof CellularRule.Numbered ? "80" : "64x64")
                + "`.");
      }
      return Optional.of(new Boundary.Open());
    }
    boolean plane = rule instanceof CellularRule.Totalistic;
    String[] sides = stated.text().split("x", -1);
    if (sides.length != (plane ? 2 : 1)) {
      error(
          CellularProblem.SIZE,
          stated,
          plane
              ? "expected a width and a height, found `" + stated.text() + "`"
              : "expected a width, found `" + stated.text() + "`",
          "Write `boundary torus " + (plane ? "64x64" : "80") + "`.");
      return Optional.empty();
    }
    BigInteger width = new BigInteger(sides[0]);
    BigInteger height = plane ? new BigInteger(sides[1]) : BigInteger.ONE;
    BigInteger most = BigInteger.valueOf(Boundary.Torus.MOST_CELLS);
    if (width.signum() < 1 || height.signum() < 1 || width.multiply(height).compareTo(most) > 0) {
      error(
          CellularProblem.SIZE,
          stated,
          "expected a board of 1 to %,d cells, found `%s`"
              .formatted(Boundary.Torus.MOST_CELLS, stated.text()),
          "Choose a smaller board.");
      return Optional.empty();
    }
    return Optional.of(new Boundary.Torus(width.intValueExact(), height.intValueExact()));
  }

  private OptionalLong steps() {
    Stated stated = lines.get("steps");
    if (stated == null) {
      return OptionalLong.empty();
    }
    if (stated.text().length() > MOST_DIGITS) {
      error(
          CellularProblem.STEPS,
          stated,
          "expected at most " + MOST_DIGITS + " digits, found " + stated.text().length(),
          "Leave the line out for a run without an end.");
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(stated.text()));
  }

  private void error(CellularProblem problem, Stated stated, String message, String hint) {
    errors.add(Diagnostic.error(problem, stated.line(), message, hint));
  }
}
