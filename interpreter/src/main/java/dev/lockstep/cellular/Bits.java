package dev.lockstep.cellular;

/// A board of bits whose edges meet: 64 cells a word, cell `x` of a line is bit `x % 64` of its
/// word `x / 64`; the bits beyond the width are 0. Mutable while it is filled.
final class Bits {
  private final int width;
  private final int height;
  private final int words; // of a line
  private final long[] cells;

  Bits(int width, int height) {
    this.width = width;
    this.height = height;
    this.words = (width + Long.SIZE - 1) / Long.SIZE;
    this.cells = new long[Math.multiplyExact(words, height)];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int words() {
    return words;
  }

  long[] cells() {
    return cells;
  }

  void set(int x, int y) {
    cells[y * words + x / Long.SIZE] |= 1L << x % Long.SIZE;
  }

  boolean get(int x, int y) {
    return (cells[y * words + x / Long.SIZE] >>> x % Long.SIZE & 1) == 1;
  }

  /// The bits of the last word of a line that are cells.
  long lastWord() {
    int used = width % Long.SIZE;
    return used == 0 ? -1L : (1L << used) - 1;
  }

  /// Line `y` moved by one: in `west` each cell holds its left neighbour, in `east` its right one.
  void neighbours(int y, long[] west, long[] east) {
    int from = y * words;
    int top = (width - 1) % Long.SIZE; // the bit of the last cell
    long mask = lastWord();
    for (int i = 0; i < words; i++) {
      long word = cells[from + i];
      long before = i > 0 ? cells[from + i - 1] >>> 63 : cells[from + words - 1] >>> top;
      long after = i + 1 < words ? cells[from + i + 1] << 63 : (cells[from] & 1) << top;
      west[i] = (word << 1) | (before & 1);
      east[i] = word >>> 1 | after;
    }
    west[words - 1] &= mask;
    east[words - 1] &= mask;
  }

  long population() {
    long population = 0;
    for (long word : cells) {
      population += Long.bitCount(word);
    }
    return population;
  }

  /// Whether a cell within `reach` of an edge is alive; a single line has no upper and lower edge.
  boolean touchesEdge(int reach) {
    for (int y = 0; y < height; y++) {
      boolean whole = height > 1 && (y < reach || y >= height - reach);
      for (int x = 0; x < width; x++) {
        if (get(x, y)) {
          return true;
        }
        if (!whole && x == reach - 1) {
          x = Math.max(x, width - reach - 1);
        }
      }
    }
    return false;
  }

  void each(Place each) {
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < words; i++) {
        for (long word = cells[y * words + i]; word != 0; word &= word - 1) {
          each.at(i * Long.SIZE + Long.numberOfTrailingZeros(word), y);
        }
      }
    }
  }

  @FunctionalInterface
  interface Place {
    void at(int x, int y);
  }
}
