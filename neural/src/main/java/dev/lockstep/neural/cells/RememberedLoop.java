package dev.lockstep.neural.cells;

import dev.lockstep.neural.cells.CellLoop.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A `CellLoop` whose every possible window was asked about once and remembered: the network's own
/// answers, looked up. Another mode than asking the network, and to be reported as such.
public final class RememberedLoop {
  private static final int MOST_WINDOWS = 1 << 24;

  private final Window window;
  private final int contents;
  private final int[] places; // of the window's offsets, the cell's own place added where missing
  private final int[]
      table; // the next content by the window's contents, first place most important

  private RememberedLoop(Window window, int contents, int[] places, int[] table) {
    this.window = window;
    this.contents = contents;
    this.places = places;
    this.table = table;
  }

  /// Asks about every window there is.
  ///
  /// @throws IllegalArgumentException where there are more than 2^24
  public static RememberedLoop of(CellLoop loop) {
    List<Integer> places = new ArrayList<>(loop.window().offsets());
    if (!places.contains(0)) {
      places.add(0);
    }
    int contents = loop.contents();
    double windows = Math.pow(contents, places.size());
    if (windows > MOST_WINDOWS) {
      throw new IllegalArgumentException(
          "%.0f windows are too many to remember".formatted(windows));
    }
    int[] table = new int[(int) windows];
    int margin = loop.window().margin();
    int each = 2 * margin + 1; // each window stands alone in a row of its own
    int atOnce = Math.max(1, (1 << 16) / each);
    for (int from = 0; from < table.length; from += atOnce) {
      int to = Math.min(table.length, from + atOnce);
      int[] cells = new int[(to - from) * each];
      for (int number = from; number < to; number++) {
        int rest = number;
        for (int p = places.size() - 1; p >= 0; p--) {
          cells[(number - from) * each + margin + places.get(p)] = rest % contents;
          rest /= contents;
        }
      }
      int[] next = loop.run(cells, 1);
      for (int number = from; number < to; number++) {
        table[number] = next[(number - from) * each + margin];
      }
    }
    return new RememberedLoop(
        loop.window(), contents, places.stream().mapToInt(i -> i).toArray(), table);
  }

  /// The cells after `steps` steps.
  public int[] run(int[] cells, int steps) {
    int margin = window.margin();
    int[] row = new int[cells.length + 2 * margin];
    int[] numbers = new int[cells.length];
    Arrays.fill(row, window.outside());
    System.arraycopy(cells, 0, row, margin, cells.length);
    for (int step = 0; step < steps; step++) {
      if (window.ring()) {
        System.arraycopy(row, cells.length, row, 0, margin);
        System.arraycopy(row, margin, row, cells.length + margin, margin);
      }
      Arrays.fill(numbers, 0);
      for (int place : places) { // place by place, so that the inner loop is one that vectorizes
        int shift = margin + place;
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = numbers[i] * contents + row[i + shift];
        }
      }
      for (int i = 0; i < numbers.length; i++) {
        row[i + margin] = table[numbers[i]];
      }
    }
    return Arrays.copyOfRange(row, margin, margin + cells.length);
  }
}
