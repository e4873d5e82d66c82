package dev.lockstep.neural.gradients;

import dev.lockstep.neural.host.Vectors;

/// Products by tiles of four rows by four vectors, or eight by one.
final class VectorProducts implements Products {
  private static final int LENGTH = Vectors.SPECIES.length();

  /// Terms that are added before the next tile's are: their part of `b`, four vectors wide, and
  /// that of `a`, which may be of many short pieces, stay in the nearest cache.
  private static final int TERMS = 64;

  @Override
  public void product(Rows a, Rows b, int m, int k, int n, Rows start, Rows c) {
    int column = wide(a, a.stride(), 1, b, m, k, n, start, c);
    for (; column < n; column += LENGTH) {
      for (int i = 0; i < m; i += 8) {
        Tiles.rows(
            a.numbers(),
            a.index(i),
            a.stride(),
            b.numbers(),
            b.from() + column,
            b.stride(),
            k,
            start.numbers(),
            start.index(i) + column,
            start.stride(),
            c.numbers(),
            c.index(i) + column,
            c.stride());
      }
    }
  }

  @Override
  public void transposed(Rows a, Rows b, int m, int k, int n, Rows start, Rows c) {
    int column = wide(a, 1, a.stride(), b, m, k, n, start, c);
    for (; column < n; column += LENGTH) {
      for (int i = 0; i < m; i += 8) {
        Tiles.columns(
            a.numbers(),
            a.from() + i,
            a.stride(),
            b.numbers(),
            b.from() + column,
            b.stride(),
            k,
            start.numbers(),
            start.index(i) + column,
            start.stride(),
            c.numbers(),
            c.index(i) + column,
            c.stride());
      }
    }
  }

  /// As many columns as four vectors at a time make: the first that is left. In `a`, row follows
  /// row at a distance of `row`, term follows term at one of `step`.
  private static int wide(
      Rows a, int row, int step, Rows b, int m, int k, int n, Rows start, Rows c) {
    int column = 0;
    for (; column + 4 * LENGTH <= n; column += 4 * LENGTH) {
      for (int term = 0; term < k; term += TERMS) {
        Rows first = term == 0 ? start : c;
        strip(
            a.numbers(),
            a.from() + term * step,
            row,
            step,
            b.at(term, column),
            m,
            Math.min(TERMS, k - term),
            first.at(0, column),
            c.at(0, column));
      }
    }
    return column;
  }

  private static void strip(
      float[] a, int at, int row, int step, Rows b, int m, int count, Rows start, Rows c) {
    for (int i = 0; i < m; i += 4) {
      Tiles.fourByFour(
          a,
          at + i * row,
          row,
          step,
          b.numbers(),
          b.from(),
          b.stride(),
          count,
          start.numbers(),
          start.index(i),
          start.stride(),
          c.numbers(),
          c.index(i),
          c.stride());
    }
  }
}
