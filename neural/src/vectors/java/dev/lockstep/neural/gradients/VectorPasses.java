package dev.lockstep.neural.gradients;

import static dev.lockstep.neural.host.Vectors.all;
import static dev.lockstep.neural.host.Vectors.load;

import dev.lockstep.neural.host.Vectors;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The passes of training, a vector at a time.
final class VectorPasses implements Passes {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;
  private static final int LENGTH = SPECIES.length();
  private static final float UNSEEN = -1e30f;

  /// Vectors that add nothing to the first lanes and hide the others.
  private static final float[] HIDING = new float[2 * LENGTH];

  static {
    Arrays.fill(HIDING, LENGTH, 2 * LENGTH, UNSEEN);
  }

  @Override
  public void norm(
      Rows x,
      float[] plus,
      int rows,
      int width,
      float[] scale,
      float[] shift,
      Rows y,
      float[] stats) {
    for (int r = 0; r < rows; r++) {
      VectorNorm.norm(
          x.numbers(), x.index(r), plus, width, scale, shift, y.numbers(), y.index(r), stats, r);
    }
  }

  @Override
  public void unnorm(
      Rows dy,
      Rows x,
      float[] stats,
      int rows,
      int width,
      float[] scale,
      Rows d,
      float[] toScale,
      float[] toShift,
      float[] toPlus) {
    for (int r = 0; r < rows; r++) {
      VectorNorm.unnorm(
          dy.numbers(),
          dy.index(r),
          x.numbers(),
          x.index(r),
          stats[2 * r],
          stats[2 * r + 1],
          width,
          scale,
          d.numbers(),
          d.index(r),
          toScale,
          toShift,
          toPlus);
    }
  }

  @Override
  public void activate(Rows inner, int rows, int columns, boolean gelu, Rows active) {
    for (int r = 0; r < rows; r++) {
      if (gelu) {
        gelu(inner.numbers(), inner.index(r), columns, active.numbers(), active.index(r));
      } else {
        relu(inner.numbers(), inner.index(r), columns, active.numbers(), active.index(r));
      }
    }
  }

  private static void relu(float[] x, int from, int count, float[] y, int to) {
    for (int i = 0; i < count; i += LENGTH) {
      FloatVector v = load(x, from + i);
      v.max(0).intoArray(y, to + i);
      all(0).blend(1f, v.compare(VectorOperators.GT, 0f)).intoArray(x, from + i);
    }
  }

  /// Φ as `Curves.gelu` has it; the slope is `Φ(x) + x · φ(x)`.
  private static void gelu(float[] x, int from, int count, float[] y, int to) {
    for (int i = 0; i < count; i += LENGTH) {
      FloatVector v = load(x, from + i);
      FloatVector a = v.abs();
      FloatVector t = all(1).div(a.fma(0.3275911f * 0.70710677f, 1));
      FloatVector p = t.fma(1.0614054f, -1.4531521f);
      p = p.fma(t, all(1.4214138f));
      p = p.fma(t, all(-0.28449672f));
      p = p.fma(t, all(0.2548296f)).mul(t);
      FloatVector bell = Vectors.exp(v.mul(-0.5f).mul(v));
      FloatVector below = p.mul(0.5f).mul(bell);
      FloatVector phi = below.blend(all(1).sub(below), v.compare(VectorOperators.GT, 0f));
      v.mul(phi).intoArray(y, to + i);
      v.mul(0.3989423f).fma(bell, phi).intoArray(x, from + i);
    }
  }

  @Override
  public void unactivate(Rows d, Rows slope, int rows, int columns, float[] sums) {
    for (int i = 0; i < columns; i += LENGTH) {
      strip(d, slope, rows, i, sums);
    }
  }

  private static void strip(Rows d, Rows slope, int rows, int column, float[] sums) {
    float[] x = d.numbers();
    float[] y = slope.numbers();
    int at = d.from() + column;
    int by = slope.from() + column;
    FloatVector sum = load(sums, column);
    for (int r = 0; r < rows; r++) {
      FloatVector v = load(x, at).mul(load(y, by));
      v.intoArray(x, at);
      sum = sum.add(v);
      at += d.stride();
      by += slope.stride();
    }
    sum.intoArray(sums, column);
  }

  @Override
  public void softmax(
      Rows scores, int rows, int columns, int count, int growth, float[] over, int at) {
    for (int r = 0; r < rows; r++) {
      over[at + r] = 1 / softmax(scores.numbers(), scores.index(r), columns, count + r * growth);
    }
  }

  private static float softmax(float[] x, int from, int columns, int count) {
    FloatVector most = all(2 * UNSEEN);
    int i = 0;
    for (; i + LENGTH <= count; i += LENGTH) {
      most = most.max(load(x, from + i));
    }
    for (; i < columns; i += LENGTH) {
      FloatVector v = load(x, from + i).add(load(HIDING, LENGTH - Math.max(0, count - i)));
      v.intoArray(x, from + i);
      most = most.max(v);
    }
    FloatVector largest = all(most.reduceLanes(VectorOperators.MAX));
    FloatVector sum = FloatVector.zero(SPECIES);
    for (i = 0; i < columns; i += LENGTH) {
      FloatVector v = load(x, from + i).sub(largest);
      FloatVector e = Vectors.exp(v).blend(0f, v.compare(VectorOperators.LT, Vectors.LEAST));
      e.intoArray(x, from + i);
      sum = sum.add(e);
    }
    return Vectors.total(sum).lane(0);
  }

  @Override
  public void unsoftmax(Rows d, Rows e, int rows, int columns, float[] dots, int at) {
    for (int r = 0; r < rows; r++) {
      unsoftmax(d.numbers(), d.index(r), e.numbers(), e.index(r), columns, dots[at + r]);
    }
  }

  private static void unsoftmax(float[] d, int to, float[] e, int from, int columns, float dot) {
    FloatVector less = all(dot);
    for (int i = 0; i < columns; i += LENGTH) {
      load(d, to + i).sub(less).mul(load(e, from + i)).intoArray(d, to + i);
    }
  }

  @Override
  public void scale(Rows x, int rows, int columns, float[] factors, int at) {
    float[] numbers = x.numbers();
    for (int r = 0; r < rows; r++) {
      FloatVector factor = all(factors[at + r]);
      int from = x.index(r);
      for (int i = 0; i < columns; i += LENGTH) {
        load(numbers, from + i).mul(factor).intoArray(numbers, from + i);
      }
    }
  }

  @Override
  public void dots(Rows x, Rows y, int rows, int columns, float[] dots, int at) {
    for (int r = 0; r < rows; r++) {
      FloatVector sum = FloatVector.zero(SPECIES);
      int from = x.index(r);
      int other = y.index(r);
      for (int i = 0; i < columns; i += LENGTH) {
        sum = load(x.numbers(), from + i).fma(load(y.numbers(), other + i), sum);
      }
      dots[at + r] = Vectors.total(sum).lane(0);
    }
  }

  @Override
  public void add(Rows x, Rows y, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      int to = x.index(r);
      int from = y.index(r);
      for (int i = 0; i < columns; i += LENGTH) {
        load(x.numbers(), to + i).add(load(y.numbers(), from + i)).intoArray(x.numbers(), to + i);
      }
    }
  }

  @Override
  public void sums(Rows x, int rows, int columns, float[] sums) {
    for (int i = 0; i < columns; i += LENGTH) {
      FloatVector sum = load(sums, i);
      int at = x.from() + i;
      for (int r = 0; r < rows; r++) {
        sum = sum.add(load(x.numbers(), at));
        at += x.stride();
      }
      sum.intoArray(sums, i);
    }
  }

  @Override
  public void transpose(Rows x, int rows, int columns, Rows y) {
    float[] from = x.numbers();
    float[] to = y.numbers();
    for (int c = 0; c < columns; c++) {
      int at = x.from() + c;
      int next = y.index(c);
      for (int r = 0; r < rows; r++) {
        to[next + r] = from[at];
        at += x.stride();
      }
    }
  }
}
