package dev.lockstep.neural.host;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The same operations as in `PlainCurves`, a vector at a time.
final class VectorCurves implements Curves {
  private static final VectorSpecies<Float> SPECIES = VectorLoops.SPECIES;
  private static final int LENGTH = SPECIES.length();

  private static final VectorShuffle<Float> EIGHT = VectorShuffle.iota(SPECIES, 8, 1, true);
  private static final VectorShuffle<Float> FOUR = VectorShuffle.iota(SPECIES, 4, 1, true);
  private static final VectorShuffle<Float> TWO = VectorShuffle.iota(SPECIES, 2, 1, true);

  private final float[] partial = new float[Loops.BLOCK];

  @Override
  public float largest(float[] x, int count) {
    FloatVector largest = FloatVector.broadcast(SPECIES, x[0]);
    int i = 0;
    for (; i + LENGTH <= count; i += LENGTH) {
      largest = largest.max(load(x, i));
    }
    float found = largest.reduceLanes(VectorOperators.MAX);
    for (; i < count; i++) {
      found = Math.max(found, x[i]);
    }
    return found;
  }

  @Override
  public float sum(float[] x, int count) {
    int whole = count / Loops.BLOCK * Loops.BLOCK;
    for (int c = 0; c < Loops.BLOCK; c += LENGTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int i = c; i < whole; i += Loops.BLOCK) {
        sum = sum.add(load(x, i));
      }
      sum.intoArray(partial, c);
    }
    for (int i = whole; i < count; i++) {
      partial[i - whole] += x[i];
    }
    return fold();
  }

  @Override
  public float squares(float[] x, int count, float mean) {
    int whole = count / Loops.BLOCK * Loops.BLOCK;
    for (int c = 0; c < Loops.BLOCK; c += LENGTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int i = c; i < whole; i += Loops.BLOCK) {
        FloatVector apart = load(x, i).sub(mean);
        sum = apart.fma(apart, sum);
      }
      sum.intoArray(partial, c);
    }
    for (int i = whole; i < count; i++) {
      float apart = x[i] - mean;
      partial[i - whole] = Math.fma(apart, apart, partial[i - whole]);
    }
    return fold();
  }

  @Override
  public void level(
      float[] x, int count, float mean, float over, float[] scale, float[] shift, float[] y) {
    for (int i = 0; i < count; i += LENGTH) {
      FloatVector apart = load(x, i).sub(mean).mul(over);
      apart.fma(load(scale, i), load(shift, i)).intoArray(y, i);
    }
  }

  private static FloatVector load(float[] x, int index) {
    return FloatVector.fromArray(SPECIES, x, index);
  }

  /// As `Curves.fold`.
  private float fold() {
    for (int half = Loops.BLOCK / 2; half >= LENGTH; half /= 2) {
      for (int i = 0; i < half; i += LENGTH) {
        load(partial, i).add(load(partial, i + half)).intoArray(partial, i);
      }
    }
    FloatVector sum = load(partial, 0);
    sum = LENGTH > 8 ? sum.add(sum.rearrange(EIGHT)) : sum;
    sum = LENGTH > 4 ? sum.add(sum.rearrange(FOUR)) : sum;
    sum = LENGTH > 2 ? sum.add(sum.rearrange(TWO)) : sum;
    return sum.lane(0) + sum.lane(1);
  }

  @Override
  public void exp(float[] x, int count, float most) {
    for (int i = 0; i < count; i += LENGTH) {
      exp(load(x, i).sub(most)).intoArray(x, i);
    }
  }

  static FloatVector exp(FloatVector x) {
    FloatVector v = x.max(LEAST);
    FloatVector near = v.fma(LOG2_E, ROUNDER);
    FloatVector k = near.sub(ROUNDER);
    FloatVector r = k.fma(all(-LN2_LOW), k.fma(all(-LN2_HIGH), v));
    FloatVector p = r.fma(1f / 5040, 1f / 720);
    p = p.fma(r, all(1f / 120));
    p = p.fma(r, all(1f / 24));
    p = p.fma(r, all(1f / 6));
    p = p.fma(r, all(1f / 2));
    p = p.fma(r, all(1));
    FloatVector power =
        near.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(ONE).reinterpretAsFloats();
    return p.fma(r, all(1)).mul(power);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  @Override
  public void relu(float[] x, int count) {
    for (int i = 0; i < count; i += LENGTH) {
      load(x, i).max(0).intoArray(x, i);
    }
  }

  @Override
  public void gelu(float[] x, int count) {
    for (int i = 0; i < count; i += LENGTH) {
      FloatVector v = load(x, i);
      FloatVector a = v.abs();
      FloatVector t = all(1).div(a.fma(0.3275911f * 0.70710677f, 1));
      FloatVector p = t.fma(1.0614054f, -1.4531521f);
      p = p.fma(t, all(1.4214138f));
      p = p.fma(t, all(-0.28449672f));
      p = p.fma(t, all(0.2548296f)).mul(t);
      FloatVector bell = exp(v.mul(-0.5f).mul(v));
      v.max(0).sub(a.mul(0.5f).mul(p).mul(bell)).intoArray(x, i);
    }
  }

  @Override
  public void attend(float[][] scores, float[][] values, int count, float[] heard) {
    for (int i = 0; i < count; i += LENGTH) {
      FloatVector most = load(scores[0], i);
      for (int row = 1; row < scores.length; row++) {
        most = most.max(load(scores[row], i));
      }
      FloatVector sum = FloatVector.zero(SPECIES);
      FloatVector found = FloatVector.zero(SPECIES);
      for (int row = 0; row < scores.length; row++) {
        FloatVector weight = exp(load(scores[row], i).sub(most));
        sum = sum.add(weight);
        found = weight.fma(load(values[row], i), found);
      }
      found.div(sum).intoArray(heard, i);
    }
  }
}
