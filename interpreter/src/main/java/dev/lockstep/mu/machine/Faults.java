package dev.lockstep.mu.machine;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuPrinter;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.value.Stopped;
import java.util.List;

/// The conditions that steps hold, and the faults where they do not: the machine and the exact
/// engine say the same of them.
public final class Faults {
  private static final int LONGEST_SHOWN = 60;

  private Faults() {}

  /// The condition of a contract that holds where the instruction takes a step.
  public static List<String> checks(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Require it -> List.of(check("requires", it.written()));
      case MuInstruction.Check it -> List.of(check(it.contract().word(), it.written()));
      default -> List.of();
    };
  }

  private static String check(String contract, MuExpression written) {
    return contract + " " + brief(written);
  }

  /// The condition of an `assert`, or of a clause of a contract, does not hold.
  public static Stopped failed(String what, MuExpression written) {
    return new Stopped(what + " failed: `" + brief(written) + "`", written.place().span());
  }

  private static String brief(MuExpression written) {
    String text = MuPrinter.print(written);
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…";
  }

  /// A key to read that a map does not have.
  public static Stopped noKey(String key, Span span) {
    return new Stopped("no key " + key + " in the map", span);
  }

  /// A key to remove that a map or set does not have.
  public static Stopped nothingToRemove(String key, Span span) {
    return new Stopped("no key " + key + " to remove", span);
  }

  /// What a `for` walks has changed its length.
  public static Stopped lengthChanged(boolean list, int from, int to, Span span) {
    String what = list ? "the list" : "the map or set";
    return new Stopped(
        what + "'s length changed from " + from + " to " + to + " while `for` walks it", span);
  }
}
