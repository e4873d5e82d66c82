package dev.lockstep.neural.gradients;

import dev.lockstep.neural.host.Blocks;

/// Rows of numbers inside an array: row r begins at `from + r · stride`. A stride of 0 stands for
/// one row again and again.
@SuppressWarnings("ArrayRecordComponent") // never compared: a view
record Rows(float[] numbers, int from, int stride) {
  /// Rows of zeros with room for whole blocks, of which one fills a cache line. Not in a multiple
  /// of eight lines: strips four lines wide would stand in few of the cache's sets.
  static Rows of(int rows, int columns) {
    int room = Blocks.room(columns);
    int stride = room % (8 * Blocks.SIZE) == 0 ? room + 4 * Blocks.SIZE : room;
    return new Rows(new float[Blocks.FIRST + Blocks.room(rows) * stride], Blocks.FIRST, stride);
  }

  /// One row for all.
  static Rows always(float[] row) {
    return new Rows(row, 0, 0);
  }

  /// Rows without gaps between them.
  static Rows dense(float[] numbers, int columns) {
    return new Rows(numbers, 0, columns);
  }

  /// The same numbers from a row and a column on.
  Rows at(int row, int column) {
    return new Rows(numbers, index(row) + column, stride);
  }

  /// Where a row begins.
  int index(int row) {
    return from + row * stride;
  }
}
