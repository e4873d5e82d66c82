package dev.lockstep.turing;

import java.util.Arrays;
import java.util.List;

/// One tape of a run of several, as numbers of symbols in an array. Index `origin` is coordinate 0;
/// the runner's loops read and write the fields themselves.
final class Band {
  int[] cells;
  private int origin = 32;
  int head;
  int low = 32; // between low and high stand the head and all that is not blank
  int high;

  Band(TapeInput input, RuleTable table) {
    int[] symbols = input.symbols();
    cells = new int[symbols.length + 64];
    for (int i = 0; i < symbols.length; i++) {
      cells[origin + i] = table.symbol(symbols[i]);
    }
    head = origin + input.head();
    high = origin + Math.max(input.head(), symbols.length - 1);
  }

  boolean isOut() {
    return head < low || head > high;
  }

  void widen() {
    low = Math.min(low, head);
    high = Math.max(high, head);
    if (head == 0 || head == cells.length - 1) {
      int room = cells.length / 2;
      int[] wider = new int[cells.length + 2 * room];
      System.arraycopy(cells, 0, wider, room, cells.length);
      cells = wider;
      origin += room;
      head += room;
      low += room;
      high += room;
    }
  }

  /// Counts up to so many blank cells ahead of a head at the end of the used ones as used, so that
  /// a run need not stop for each of them.
  void reach(int most) {
    if (head == high) {
      high = Math.max(high, Math.min(high + most, cells.length - 2));
    } else if (head == low) {
      low = Math.min(low, Math.max(low - most, 1));
    }
  }

  void trim() {
    while (low < head && cells[low] == 0) {
      low++;
    }
    while (high > head && cells[high] == 0) {
      high--;
    }
  }

  long length() {
    return high - low + 1L;
  }

  /// Where the head stands, as a coordinate.
  long position() {
    return (long) head - origin;
  }

  /// What is on it, by the symbols' numbers.
  Tape tape(List<Integer> symbols, int blank) {
    trim();
    int[] used = new int[(int) length()];
    Arrays.setAll(used, i -> symbols.get(cells[low + i]));
    return Tape.of(blank, used, (long) low - origin, position());
  }
}
