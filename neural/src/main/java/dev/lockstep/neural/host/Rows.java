package dev.lockstep.neural.host;

/// Sums of rows, `y += Σ x[i] · rows[i]`: all that matrix products, scores and what is heard
/// consist of.
///
/// Rows are arrays of their own, so that the compiler can tell what is read from what is written
/// and uses vectors. Each element of `y` is a chain of fused multiply-adds in the order of i in
/// every variant here, so that all of them compute the same bits.
final class Rows {
  private Rows() {}

  /// Adds rows `from` to `to`, each times `x` at its index, to the columns `left` to `right` of
  /// `y`.
  static void add(float[] x, float[][] rows, int from, int to, float[] y, int left, int right) {
    int i = from;
    for (; i + 4 <= to; i += 4) {
      four(x, rows, i, y, left, right);
    }
    for (; i < to; i++) {
      one(x[i], rows[i], y, left, right);
    }
  }

  /// As `add` of all rows and columns, for each pair of `x` and `y`.
  static void addEach(float[][] x, float[][] rows, float[][] y) {
    int columns = y[0].length;
    int lane = 0;
    for (; lane + 4 <= x.length; lane += 4) {
      int i = 0;
      for (; i + 4 <= rows.length; i += 4) {
        fourByFour(x, rows, i, y, lane, columns);
      }
      for (int last = lane; last < lane + 4; last++) {
        add(x[last], rows, i, rows.length, y[last], 0, columns);
      }
    }
    for (; lane < x.length; lane++) {
      add(x[lane], rows, 0, rows.length, y[lane], 0, columns);
    }
  }

  private static void one(float a, float[] row, float[] y, int left, int right) {
    for (int o = left; o < right; o++) {
      y[o] = Math.fma(a, row[o], y[o]);
    }
  }

  private static void four(float[] x, float[][] rows, int i, float[] y, int left, int right) {
    float a = x[i];
    float b = x[i + 1];
    float c = x[i + 2];
    float d = x[i + 3];
    float[] p = rows[i];
    float[] q = rows[i + 1];
    float[] r = rows[i + 2];
    float[] s = rows[i + 3];
    for (int o = left; o < right; o++) {
      y[o] = Math.fma(d, s[o], Math.fma(c, r[o], Math.fma(b, q[o], Math.fma(a, p[o], y[o]))));
    }
  }

  /// Four rows for four lanes: a row that was read serves four times.
  private static void fourByFour(
      float[][] x, float[][] rows, int i, float[][] y, int lane, int columns) {
    float[] x0 = x[lane];
    float[] x1 = x[lane + 1];
    float[] x2 = x[lane + 2];
    float[] x3 = x[lane + 3];
    float a0 = x0[i], b0 = x0[i + 1], c0 = x0[i + 2], d0 = x0[i + 3];
    float a1 = x1[i], b1 = x1[i + 1], c1 = x1[i + 2], d1 = x1[i + 3];
    float a2 = x2[i], b2 = x2[i + 1], c2 = x2[i + 2], d2 = x2[i + 3];
    float a3 = x3[i], b3 = x3[i + 1], c3 = x3[i + 2], d3 = x3[i + 3];
    float[] y0 = y[lane];
    float[] y1 = y[lane + 1];
    float[] y2 = y[lane + 2];
    float[] y3 = y[lane + 3];
    float[] pp = rows[i];
    float[] qq = rows[i + 1];
    float[] rr = rows[i + 2];
    float[] ss = rows[i + 3];
    for (int o = 0; o < columns; o++) {
      float p = pp[o];
      float q = qq[o];
      float r = rr[o];
      float s = ss[o];
      y0[o] = Math.fma(d0, s, Math.fma(c0, r, Math.fma(b0, q, Math.fma(a0, p, y0[o]))));
      y1[o] = Math.fma(d1, s, Math.fma(c1, r, Math.fma(b1, q, Math.fma(a1, p, y1[o]))));
      y2[o] = Math.fma(d2, s, Math.fma(c2, r, Math.fma(b2, q, Math.fma(a2, p, y2[o]))));
      y3[o] = Math.fma(d3, s, Math.fma(c3, r, Math.fma(b3, q, Math.fma(a3, p, y3[o]))));
    }
  }
}
