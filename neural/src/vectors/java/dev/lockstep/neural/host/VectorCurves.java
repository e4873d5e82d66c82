package dev.lockstep.neural.host;

import static dev.lockstep.neural.host.Vectors.all;
import static dev.lockstep.neural.host.Vectors.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The same operations as in `PlainCurves`, a vector at a time.
final class VectorCurves implements Curves {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;
  private static final int LENGTH = SPECIES.length();

  private final float[] partial = new float[Blocks.SIZE];

  @Override
  public float largest(float[] x, int count) {
    FloatVector largest = all(x[0]);
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
    int whole = count / Blocks.SIZE * Blocks.SIZE;
    for (int c = 0; c < Blocks.SIZE; c += LENGTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int i = c; i < whole; i += Blocks.SIZE) {
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
    int whole = count / Blocks.SIZE * Blocks.SIZE;
    for (int c = 0; c < Blocks.SIZE; c += LENGTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int i = c; i < whole; i += Blocks.SIZE) {
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

  /// As `Curves.fold`.
  private float fold() {
    for (int half = Blocks.SIZE / 2; half >= LENGTH; half /= 2) {
      for (int i = 0; i < half; i += LENGTH) {
        load(partial, i).add(load(partial, i + half)).intoArray(partial, i);
      }
    }
    return Vectors.total(load(partial, 0)).lane(0);
  }

  @Override
  public void exp(float[] x, int count, float most) {
    for (int i = 0; i < count; i += LENGTH) {
      Vectors.exp(load(x, i).sub(most)).intoArray(x, i);
    }
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
      FloatVector bell = Vectors.exp(v.mul(-0.5f).mul(v));
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
        FloatVector weight = Vectors.exp(load(scores[row], i).sub(most));
        sum = sum.add(weight);
        found = weight.fma(load(values[row], i), found);
      }
      found.div(sum).intoArray(heard, i);
    }
  }
}
