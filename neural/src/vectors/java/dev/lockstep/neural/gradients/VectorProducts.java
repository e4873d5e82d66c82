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
    int column = 0;
    for (; column + 4 * LENGTH <= n; column += 4 * LENGTH) {
      for (int term = 0; term < k; term += TERMS) {
        int count = Math.min(TERMS, k - term);
        strip(
            a.at(0, term),
            b.at(term, column),
            m,
            count,
            term,
            start.at(0, column),
            c.at(0, column));
      }
    }
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

  private static void strip(Rows a, Rows b, int m, int count, int term, Rows start, Rows c) {
    Rows s = term == 0 ? start : c;
    for (int i = 0; i < m; i += 4) {
      Tiles.fourByFour(
          a.numbers(),
          a.index(i),
          a.stride(),
          1,
          b.numbers(),
          b.from(),
          b.stride(),
          count,
          s.numbers(),
          s.index(i),
          s.stride(),
          c.numbers(),
          c.index(i),
          c.stride());
    }
  }

  @Override
  public void transposed(Rows a, Rows b, int m, int k, int n, Rows start, Rows c) {
    int column = 0;
    for (; column + 4 * LENGTH <= n; column += 4 * LENGTH) {
      for (int term = 0; term < k; term += TERMS) {
        int count = Math.min(TERMS, k - term);
        turned(
            a.at(term, 0),
            b.at(term, column),
            m,
            count,
            term,
            start.at(0, column),
            c.at(0, column));
      }
    }
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

  private static void turned(Rows a, Rows b, int m, int count, int term, Rows start, Rows c) {
    Rows s = term == 0 ? start : c;
    for (int i = 0; i < m; i += 4) {
      Tiles.fourByFour(
          a.numbers(),
          a.from() + i,
          1,
          a.stride(),
          b.numbers(),
          b.from(),
          b.stride(),
          count,
          s.numbers(),
          s.index(i),
          s.stride(),
          c.numbers(),
          c.index(i),
          c.stride());
    }
  }
}
