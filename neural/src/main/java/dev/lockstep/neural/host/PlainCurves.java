package dev.lockstep.neural.host;

import java.util.Arrays;

/// Loops that the compiler turns into vector instructions, most of them.
final class PlainCurves implements Curves {
  private final float[] rounded;
  private final float[] bell;
  private final float[] partial = new float[Blocks.SIZE];
  private final float[] greatest;
  private final float[] weights;
  private final float[] sums;

  /// For arrays of which at most the first `most` are computed with.
  PlainCurves(int most) {
    this.rounded = new float[most];
    this.bell = new float[most];
    this.greatest = new float[most];
    this.weights = new float[most];
    this.sums = new float[most];
  }

  @Override
  public float largest(float[] x, int count) {
    float largest = x[0];
    for (int i = 1; i < count; i++) {
      largest = Math.max(largest, x[i]);
    }
    return largest;
  }

  @Override
  public float sum(float[] x, int count) {
    Arrays.fill(partial, 0);
    for (int i = 0; i < count; i++) {
      partial[i % Blocks.SIZE] += x[i];
    }
    return Curves.fold(partial);
  }

  @Override
  public float squares(float[] x, int count, float mean) {
    Arrays.fill(partial, 0);
    for (int i = 0; i < count; i++) {
      float apart = x[i] - mean;
      partial[i % Blocks.SIZE] = Math.fma(apart, apart, partial[i % Blocks.SIZE]);
    }
    return Curves.fold(partial);
  }

  @Override
  public void level(
      float[] x, int count, float mean, float over, float[] scale, float[] shift, float[] y) {
    for (int i = 0; i < count; i++) {
      y[i] = Math.fma((x[i] - mean) * over, scale[i], shift[i]);
    }
  }

  @Override
  public void relu(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.max(x[i], 0);
    }
  }

  @Override
  public void gelu(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      bell[i] = -0.5f * x[i] * x[i];
    }
    exp(bell, count, 0);
    for (int i = 0; i < count; i++) {
      float a = Math.abs(x[i]);
      float t = 1 / Math.fma(0.3275911f * 0.70710677f, a, 1);
      float p = Math.fma(1.0614054f, t, -1.4531521f);
      p = Math.fma(p, t, 1.4214138f);
      p = Math.fma(p, t, -0.28449672f);
      p = Math.fma(p, t, 0.2548296f) * t;
      x[i] = Math.max(x[i], 0) - 0.5f * a * p * bell[i];
    }
  }

  @Override
  public void exp(float[] x, int count, float most) {
    for (int i = 0; i < count; i++) {
      float v = Math.max(x[i] - most, LEAST);
      float near = Math.fma(v, LOG2_E, ROUNDER);
      float k = near - ROUNDER;
      float r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, v));
      float p = Math.fma(1f / 5040, r, 1f / 720);
      p = Math.fma(p, r, 1f / 120);
      p = Math.fma(p, r, 1f / 24);
      p = Math.fma(p, r, 1f / 6);
      p = Math.fma(p, r, 1f / 2);
      p = Math.fma(p, r, 1);
      x[i] = Math.fma(p, r, 1);
      rounded[i] = near;
    }
    for (int i = 0; i < count; i++) { // apart, because the loop above is vectorized and this is not
      x[i] *= Float.intBitsToFloat((Float.floatToRawIntBits(rounded[i]) << 23) + ONE);
    }
  }

  @Override
  public void attend(float[][] scores, float[][] values, int count, float[] heard) {
    System.arraycopy(scores[0], 0, greatest, 0, count);
    for (int row = 1; row < scores.length; row++) {
      float[] s = scores[row];
      for (int i = 0; i < count; i++) {
        greatest[i] = Math.max(greatest[i], s[i]);
      }
    }
    Arrays.fill(sums, 0, count, 0);
    Arrays.fill(heard, 0, count, 0);
    for (int row = 0; row < scores.length; row++) {
      float[] s = scores[row];
      float[] v = values[row];
      for (int i = 0; i < count; i++) {
        weights[i] = s[i] - greatest[i];
      }
      exp(weights, count, 0);
      for (int i = 0; i < count; i++) {
        sums[i] += weights[i];
        heard[i] = Math.fma(weights[i], v[i], heard[i]);
      }
    }
    for (int i = 0; i < count; i++) {
      heard[i] /= sums[i];
    }
  }
}
