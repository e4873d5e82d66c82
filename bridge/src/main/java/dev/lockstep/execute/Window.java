package dev.lockstep.execute;

import dev.lockstep.machine.Layout;
import java.util.Arrays;

/// The contents of `2 · radius + 1` cells in a row, as a value.
public final class Window {
  private final int[] cells;

  private Window(int[] cells) {
    this.cells = cells;
  }

  /// A window of a copy of `cells`.
  public static Window of(int... cells) {
    return new Window(cells.clone());
  }

  /// The window around cell `index` of `row`.
  public static Window around(Layout<?, ?> layout, Layout.Row row, int index) {
    return new Window(layout.around(row, index));
  }

  /// The contents from left to right, a copy.
  public int[] cells() {
    return cells.clone();
  }

  /// The contents by name, as in `0 [right:1] _`, the middle cell in brackets.
  public String describe(Layout<?, ?> layout) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String name = layout.contents().get(cells[i]);
      out.append(i == 0 ? "" : " ").append(i == cells.length / 2 ? "[" + name + "]" : name);
    }
    return out.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Window window && Arrays.equals(cells, window.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return Arrays.toString(cells);
  }
}
