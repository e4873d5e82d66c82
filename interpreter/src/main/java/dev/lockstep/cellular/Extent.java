package dev.lockstep.cellular;

import java.util.Collection;

/// A rectangle of cells.
record Extent(int left, int top, int width, int height) {
  /// The smallest that holds all of `cells`; without any, one of no cells.
  static Extent of(Collection<Cell> cells) {
    if (cells.isEmpty()) {
      return new Extent(0, 0, 0, 0);
    }
    int left = cells.stream().mapToInt(Cell::x).min().orElseThrow();
    int top = cells.stream().mapToInt(Cell::y).min().orElseThrow();
    int right = cells.stream().mapToInt(Cell::x).max().orElseThrow();
    int bottom = cells.stream().mapToInt(Cell::y).max().orElseThrow();
    return new Extent(left, top, right - left + 1, bottom - top + 1);
  }
}
