package dev.lockstep.cellular;

import java.util.Comparator;

/// The place of a cell: column and line, which is 0 on a row.
public record Cell(int x, int y) implements Comparable<Cell> {
  private static final Comparator<Cell> LINE_BY_LINE =
      Comparator.comparingInt(Cell::y).thenComparingInt(Cell::x);

  @Override
  public int compareTo(Cell other) {
    return LINE_BY_LINE.compare(this, other);
  }

  @Override
  public String toString() {
    return x + "," + y;
  }
}
