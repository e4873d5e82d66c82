package dev.lockstep.neural.host;

import static dev.lockstep.neural.host.Vectors.all;
import static dev.lockstep.neural.host.Vectors.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A matrix in panels of sixteen columns, one after the other, `(panel, row, 16)`: what is read
/// together stands together, and sums stay in vector registers from the first row to the last.
final class PanelMatrix implements Matrix {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;
  private static final int PANEL = Blocks.SIZE;

  /// Rows of four panels that stay in the first cache while lane after lane is multiplied with
  /// them.
  private static final int NEAR = 128;

  private final float[] numbers;
  private final int rows;
  private final int columns;

  PanelMatrix(int rows, int columns) {
    this(new float[Blocks.FIRST + Blocks.room(columns) * rows], rows, columns);
  }

  private PanelMatrix(float[] numbers, int rows, int columns) {
    this.numbers = numbers;
    this.rows = rows;
    this.columns = columns;
  }

  private int index(int row, int column) {
    return Blocks.FIRST + (column / PANEL * rows + row) * PANEL + column % PANEL;
  }

  @Override
  public void put(int row, int column, float value) {
    numbers[index(row, column)] = value;
  }

  /// Sets a column to what stands in `values` from an index on.
  void putColumn(int column, float[] values, int from) {
    int at = index(0, column);
    for (int row = 0; row < rows; row++) {
      numbers[at + row * PANEL] = values[from + row];
    }
  }

  /// Adds `count` rows from `row` on, each times `x` at its index from `from` on, to the columns
  /// from `left` to `right` of `y`; `left` begins a panel. What stands in the last one after
  /// `right` is lost.
  void add(float[] x, int from, int row, int count, float[] y, int left, int right) {
    int column = left;
    for (; column + 7 * PANEL < right; column += 8 * PANEL) {
      for (int c = 0; c < PANEL; c += SPECIES.length()) {
        eight(x, from, count, index(row, column) + c, y, column + c);
      }
    }
    for (; column + 3 * PANEL < right; column += 4 * PANEL) {
      for (int c = 0; c < PANEL; c += SPECIES.length()) {
        four(x, from, count, index(row, column) + c, y, column + c);
      }
    }
    for (; column < right; column += PANEL) {
      for (int c = 0; c < PANEL; c += SPECIES.length()) {
        one(x, from, count, index(row, column) + c, y, column + c);
      }
    }
  }

  @Override
  public void addEach(float[][] x, float[][] y) {
    int whole = x.length / 4 * 4;
    for (int row = 0; row < rows && whole > 0; row += NEAR) {
      int count = Math.min(NEAR, rows - row);
      int column = 0;
      for (; column + 3 * PANEL < columns; column += 4 * PANEL) {
        for (int lane = 0; lane < whole; lane += 4) {
          for (int c = 0; c < PANEL; c += SPECIES.length()) {
            fourByFour(x, lane, row, count, index(row, column) + c, y, column + c);
          }
        }
      }
      for (; column + PANEL < columns; column += 2 * PANEL) {
        for (int lane = 0; lane < whole; lane += 4) {
          for (int c = 0; c < PANEL; c += SPECIES.length()) {
            fourByTwo(x, lane, row, count, index(row, column) + c, y, column + c);
          }
        }
      }
      for (; column < columns; column += PANEL) {
        for (int lane = 0; lane < whole; lane += 4) {
          for (int c = 0; c < PANEL; c += SPECIES.length()) {
            fourByOne(x, lane, row, count, index(row, column) + c, y, column + c);
          }
        }
      }
    }
    for (int lane = whole; lane < x.length; lane++) {
      add(x[lane], 0, 0, rows, y[lane], 0, columns);
    }
  }

  /// One panel for one lane.
  private void one(float[] x, int from, int count, int panel, float[] y, int to) {
    FloatVector sum = load(y, to);
    for (int i = 0; i < count; i++) {
      sum = all(x[from + i]).fma(load(numbers, panel + i * PANEL), sum);
    }
    sum.intoArray(y, to);
  }

  /// Four panels for one lane.
  private void four(float[] x, int from, int count, int panel, float[] y, int to) {
    int apart = rows * PANEL;
    FloatVector sum0 = load(y, to);
    FloatVector sum1 = load(y, to + PANEL);
    FloatVector sum2 = load(y, to + 2 * PANEL);
    FloatVector sum3 = load(y, to + 3 * PANEL);
    for (int i = 0; i < count; i++) {
      FloatVector a = all(x[from + i]);
      sum0 = a.fma(load(numbers, panel), sum0);
      sum1 = a.fma(load(numbers, panel + apart), sum1);
      sum2 = a.fma(load(numbers, panel + 2 * apart), sum2);
      sum3 = a.fma(load(numbers, panel + 3 * apart), sum3);
      panel += PANEL;
    }
    store(sum0, sum1, sum2, sum3, y, to);
  }

  /// Eight panels for one lane: as many chains as a core can work on at a time.
  private void eight(float[] x, int from, int count, int panel, float[] y, int to) {
    int apart = rows * PANEL;
    FloatVector sum0 = load(y, to);
    FloatVector sum1 = load(y, to + PANEL);
    FloatVector sum2 = load(y, to + 2 * PANEL);
    FloatVector sum3 = load(y, to + 3 * PANEL);
    FloatVector sum4 = load(y, to + 4 * PANEL);
    FloatVector sum5 = load(y, to + 5 * PANEL);
    FloatVector sum6 = load(y, to + 6 * PANEL);
    FloatVector sum7 = load(y, to + 7 * PANEL);
    for (int i = 0; i < count; i++) {
      FloatVector a = all(x[from + i]);
      sum0 = a.fma(load(numbers, panel), sum0);
      sum1 = a.fma(load(numbers, panel + apart), sum1);
      sum2 = a.fma(load(numbers, panel + 2 * apart), sum2);
      sum3 = a.fma(load(numbers, panel + 3 * apart), sum3);
      sum4 = a.fma(load(numbers, panel + 4 * apart), sum4);
      sum5 = a.fma(load(numbers, panel + 5 * apart), sum5);
      sum6 = a.fma(load(numbers, panel + 6 * apart), sum6);
      sum7 = a.fma(load(numbers, panel + 7 * apart), sum7);
      panel += PANEL;
    }
    store(sum0, sum1, sum2, sum3, y, to);
    store(sum4, sum5, sum6, sum7, y, to + 4 * PANEL);
  }

  /// One panel for four lanes.
  private void fourByOne(
      float[][] x, int lane, int row, int count, int panel, float[][] y, int to) {
    float[] x0 = x[lane];
    float[] x1 = x[lane + 1];
    float[] x2 = x[lane + 2];
    float[] x3 = x[lane + 3];
    FloatVector sum0 = load(y[lane], to);
    FloatVector sum1 = load(y[lane + 1], to);
    FloatVector sum2 = load(y[lane + 2], to);
    FloatVector sum3 = load(y[lane + 3], to);
    for (int i = row; i < row + count; i++) {
      FloatVector p = load(numbers, panel);
      sum0 = all(x0[i]).fma(p, sum0);
      sum1 = all(x1[i]).fma(p, sum1);
      sum2 = all(x2[i]).fma(p, sum2);
      sum3 = all(x3[i]).fma(p, sum3);
      panel += PANEL;
    }
    sum0.intoArray(y[lane], to);
    sum1.intoArray(y[lane + 1], to);
    sum2.intoArray(y[lane + 2], to);
    sum3.intoArray(y[lane + 3], to);
  }

  /// Two panels for four lanes.
  private void fourByTwo(
      float[][] x, int lane, int row, int count, int panel, float[][] y, int to) {
    int apart = rows * PANEL;
    float[] x0 = x[lane];
    float[] x1 = x[lane + 1];
    float[] x2 = x[lane + 2];
    float[] x3 = x[lane + 3];
    float[] y0 = y[lane];
    float[] y1 = y[lane + 1];
    float[] y2 = y[lane + 2];
    float[] y3 = y[lane + 3];
    FloatVector p0 = load(y0, to);
    FloatVector q0 = load(y0, to + PANEL);
    FloatVector p1 = load(y1, to);
    FloatVector q1 = load(y1, to + PANEL);
    FloatVector p2 = load(y2, to);
    FloatVector q2 = load(y2, to + PANEL);
    FloatVector p3 = load(y3, to);
    FloatVector q3 = load(y3, to + PANEL);
    for (int i = row; i < row + count; i++) {
      FloatVector p = load(numbers, panel);
      FloatVector q = load(numbers, panel + apart);
      FloatVector a = all(x0[i]);
      p0 = a.fma(p, p0);
      q0 = a.fma(q, q0);
      a = all(x1[i]);
      p1 = a.fma(p, p1);
      q1 = a.fma(q, q1);
      a = all(x2[i]);
      p2 = a.fma(p, p2);
      q2 = a.fma(q, q2);
      a = all(x3[i]);
      p3 = a.fma(p, p3);
      q3 = a.fma(q, q3);
      panel += PANEL;
    }
    p0.intoArray(y0, to);
    q0.intoArray(y0, to + PANEL);
    p1.intoArray(y1, to);
    q1.intoArray(y1, to + PANEL);
    p2.intoArray(y2, to);
    q2.intoArray(y2, to + PANEL);
    p3.intoArray(y3, to);
    q3.intoArray(y3, to + PANEL);
  }

  /// Four panels for four lanes: sixteen sums in registers.
  private void fourByFour(
      float[][] x, int lane, int row, int count, int panel, float[][] y, int to) {
    int apart = rows * PANEL;
    float[] x0 = x[lane];
    float[] x1 = x[lane + 1];
    float[] x2 = x[lane + 2];
    float[] x3 = x[lane + 3];
    float[] y0 = y[lane];
    float[] y1 = y[lane + 1];
    float[] y2 = y[lane + 2];
    float[] y3 = y[lane + 3];
    FloatVector p0 = load(y0, to);
    FloatVector q0 = load(y0, to + PANEL);
    FloatVector r0 = load(y0, to + 2 * PANEL);
    FloatVector s0 = load(y0, to + 3 * PANEL);
    FloatVector p1 = load(y1, to);
    FloatVector q1 = load(y1, to + PANEL);
    FloatVector r1 = load(y1, to + 2 * PANEL);
    FloatVector s1 = load(y1, to + 3 * PANEL);
    FloatVector p2 = load(y2, to);
    FloatVector q2 = load(y2, to + PANEL);
    FloatVector r2 = load(y2, to + 2 * PANEL);
    FloatVector s2 = load(y2, to + 3 * PANEL);
    FloatVector p3 = load(y3, to);
    FloatVector q3 = load(y3, to + PANEL);
    FloatVector r3 = load(y3, to + 2 * PANEL);
    FloatVector s3 = load(y3, to + 3 * PANEL);
    for (int i = row; i < row + count; i++) {
      FloatVector p = load(numbers, panel);
      FloatVector q = load(numbers, panel + apart);
      FloatVector r = load(numbers, panel + 2 * apart);
      FloatVector s = load(numbers, panel + 3 * apart);
      FloatVector a = all(x0[i]);
      p0 = a.fma(p, p0);
      q0 = a.fma(q, q0);
      r0 = a.fma(r, r0);
      s0 = a.fma(s, s0);
      a = all(x1[i]);
      p1 = a.fma(p, p1);
      q1 = a.fma(q, q1);
      r1 = a.fma(r, r1);
      s1 = a.fma(s, s1);
      a = all(x2[i]);
      p2 = a.fma(p, p2);
      q2 = a.fma(q, q2);
      r2 = a.fma(r, r2);
      s2 = a.fma(s, s2);
      a = all(x3[i]);
      p3 = a.fma(p, p3);
      q3 = a.fma(q, q3);
      r3 = a.fma(r, r3);
      s3 = a.fma(s, s3);
      panel += PANEL;
    }
    store(p0, q0, r0, s0, y0, to);
    store(p1, q1, r1, s1, y1, to);
    store(p2, q2, r2, s2, y2, to);
    store(p3, q3, r3, s3, y3, to);
  }

  private static void store(
      FloatVector p, FloatVector q, FloatVector r, FloatVector s, float[] y, int to) {
    p.intoArray(y, to);
    q.intoArray(y, to + PANEL);
    r.intoArray(y, to + 2 * PANEL);
    s.intoArray(y, to + 3 * PANEL);
  }

  PanelMatrix copy() {
    return new PanelMatrix(numbers.clone(), rows, columns);
  }

  /// How many numbers there are.
  long size() {
    return (long) rows * columns;
  }
}
