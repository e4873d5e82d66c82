package dev.lockstep.verify;

import dev.lockstep.machine.Machine;

/// The moment at which a claimed run leaves the true one, for people: what was expected and what
/// was claimed, one above the other, with a mark where they differ.
///
/// @param before the configuration in which the sides part
/// @param expected what should have happened
/// @param expectedAfter the configuration it leads to; empty after an ending
/// @param claimed what was claimed
/// @param claimedAfter the configuration that leads to; empty after an ending, or where it leads
///   nowhere
public record Departure(
    long step,
    String before,
    String expected,
    String expectedAfter,
    String claimed,
    String claimedAfter) {
  private static final int WIDTH = 80; // characters of a configuration that are shown

  public static <C, D> Departure of(
      Machine<C, D> machine, Verdict.Diverged<C, D> verdict, ConfigurationText<C> view) {
    return new Departure(
        verdict.step(),
        view.text(verdict.before()),
        verdict.expected().describe(),
        after(machine, verdict.before(), verdict.expected(), view),
        verdict.claimed().describe(),
        after(machine, verdict.before(), verdict.claimed(), view));
  }

  private static <C, D> String after(
      Machine<C, D> machine, C before, Happening<D> happening, ConfigurationText<C> view) {
    return switch (happening) {
      case Happening.Ended<D>(_) -> "";
      case Happening.Did<D>(D delta) -> {
        try {
          yield view.text(machine.apply(before, delta));
        } catch (IllegalArgumentException e) {
          yield "(impossible here: " + e.getMessage() + ")";
        }
      }
    };
  }

  /// Several lines, without a line break at the end. Long configurations are cut to what is around
  /// the first difference.
  public String text() {
    int differ = expectedAfter.isEmpty() || claimedAfter.isEmpty() ? 0 : firstDifference();
    int from = Math.max(0, differ - WIDTH / 2);
    StringBuilder out = new StringBuilder();
    out.append("step ").append(step);
    out.append("\n  before    ").append(cut(before, from));
    out.append("\n  expected  ").append(expected);
    append(out, expectedAfter, from);
    out.append("\n  claimed   ").append(claimed);
    append(out, claimedAfter, from);
    if (!expectedAfter.isEmpty() && !claimedAfter.isEmpty()) {
      out.append("\n            ")
          .append(" ".repeat(differ - from + (from > 0 ? 1 : 0)))
          .append('^');
    }
    return out.toString();
  }

  private static void append(StringBuilder out, String after, int from) {
    if (!after.isEmpty()) {
      out.append("\n            ").append(cut(after, from));
    }
  }

  /// The number of characters that both configurations begin with.
  private int firstDifference() {
    int length = Math.min(expectedAfter.length(), claimedAfter.length());
    int same = 0;
    while (same < length && expectedAfter.charAt(same) == claimedAfter.charAt(same)) {
      same++;
    }
    return same;
  }

  private static String cut(String text, int from) {
    String start = from > 0 ? "…" : "";
    if (text.length() <= from) {
      return start;
    }
    int to = Math.min(text.length(), from + WIDTH);
    return start + text.substring(from, to) + (to < text.length() ? "…" : "");
  }
}
