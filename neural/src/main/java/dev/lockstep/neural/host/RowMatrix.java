package dev.lockstep.neural.host;

import java.util.Arrays;

/// Rows that are arrays of their own, so that the compiler can tell what is read from what is
/// written and uses vectors.
final class RowMatrix implements Matrix {
  private final float[][] rows;

  RowMatrix(int rows, int columns) {
    this(new float[rows][columns]);
  }

  private RowMatrix(float[][] rows) {
    this.rows = rows;
  }

  @Override
  public void put(int row, int column, float value) {
    rows[row][column] = value;
  }

  int rows() {
    return rows.length;
  }

  /// Sets a whole row to what stands in `values` from an index on.
  void putRow(int row, float[] values, int from) {
    System.arraycopy(values, from, rows[row], 0, rows[row].length);
  }

  /// Adds the first `count` rows, each times `x` at its index after `from`, to the first `columns`
  /// of `y`.
  void add(float[] x, int from, int count, float[] y, int columns) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      four(x, from + i, i, y, columns);
    }
    for (; i < count; i++) {
      one(x[from + i], rows[i], y, columns);
    }
  }

  @Override
  public void addEach(float[][] x, float[][] y) {
    int columns = rows[0].length;
    int lane = 0;
    for (; lane + 2 <= x.length; lane += 2) {
      int i = 0;
      for (; i + 2 <= rows.length; i += 2) {
        twoByTwo(x, i, y, lane, columns);
      }
      for (; i < rows.length; i++) {
        one(x[lane][i], rows[i], y[lane], columns);
        one(x[lane + 1][i], rows[i], y[lane + 1], columns);
      }
    }
    if (lane < x.length) {
      add(x[lane], 0, rows.length, y[lane], columns);
    }
  }

  private static void one(float a, float[] row, float[] y, int columns) {
    for (int o = 0; o < columns; o++) {
      y[o] = Math.fma(a, row[o], y[o]);
    }
  }

  private void four(float[] x, int from, int i, float[] y, int columns) {
    float a = x[from];
    float b = x[from + 1];
    float c = x[from + 2];
    float d = x[from + 3];
    float[] p = rows[i];
    float[] q = rows[i + 1];
    float[] r = rows[i + 2];
    float[] s = rows[i + 3];
    for (int o = 0; o < columns; o++) {
      y[o] = Math.fma(d, s[o], Math.fma(c, r[o], Math.fma(b, q[o], Math.fma(a, p[o], y[o]))));
    }
  }

  /// Two rows for two lanes: a row that was read serves twice. (Four for four are beyond what the
  /// compiler uses vectors for.)
  private void twoByTwo(float[][] x, int i, float[][] y, int lane, int columns) {
    float a0 = x[lane][i];
    float b0 = x[lane][i + 1];
    float a1 = x[lane + 1][i];
    float b1 = x[lane + 1][i + 1];
    float[] y0 = y[lane];
    float[] y1 = y[lane + 1];
    float[] pp = rows[i];
    float[] qq = rows[i + 1];
    for (int o = 0; o < columns; o++) {
      float p = pp[o];
      float q = qq[o];
      y0[o] = Math.fma(b0, q, Math.fma(a0, p, y0[o]));
      y1[o] = Math.fma(b1, q, Math.fma(a1, p, y1[o]));
    }
  }

  RowMatrix copy() {
    return new RowMatrix(Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new));
  }

  /// How many numbers there are.
  long size() {
    return (long) rows.length * rows[0].length;
  }
}
