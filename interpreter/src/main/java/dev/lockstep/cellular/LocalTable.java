package dev.lockstep.cellular;

import dev.lockstep.grammar.cellular.CellularRule;
import java.util.BitSet;

/// A rule as a table: bit `k` says whether the middle cell of window `k` is alive next. A window's
/// number has the first cell as its highest bit; on planes windows are nine cells line by line.
final class LocalTable {
  private static final int MIDDLE = 1 << 4; // of nine cells

  private final BitSet alive = new BitSet();
  private final CellularRule rule;

  LocalTable(CellularRule rule) {
    this.rule = rule;
    for (int window = 0; window < 1 << rule.cells(); window++) {
      alive.set(
          window,
          switch (rule) {
            case CellularRule.Numbered numbered -> numbered.number().testBit(window);
            case CellularRule.Totalistic totalistic ->
                totalistic.next((window & MIDDLE) != 0, Integer.bitCount(window & ~MIDDLE));
          });
    }
  }

  boolean alive(int window) {
    return alive.get(window);
  }

  int number(int[] window) {
    int number = 0;
    for (int content : window) {
      number = number << 1 | content;
    }
    return number;
  }

  /// What the rule says of a window, in words.
  String explain(int[] window) {
    int number = number(window);
    int next = alive(number) ? 1 : 0;
    return switch (rule) {
      case CellularRule.Numbered numbered ->
          "rule %s: %s -> %d"
              .formatted(
                  numbered,
                  Integer.toBinaryString(1 << numbered.cells() | number).substring(1),
                  next);
      case CellularRule.Totalistic totalistic ->
          "rule %s: a %s cell with %d live neighbours is %s"
              .formatted(
                  totalistic,
                  (number & MIDDLE) == 0 ? "dead" : "live",
                  Integer.bitCount(number & ~MIDDLE),
                  next == 1 ? "alive" : "dead");
    };
  }
}
