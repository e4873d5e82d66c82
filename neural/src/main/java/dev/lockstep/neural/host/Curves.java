package dev.lockstep.neural.host;

/// Functions of one number, computed in place over the first of an array; with room to compute in,
/// so for one thread.
///
/// The exponential is `2^k · e^r` with k whole and |r| ≤ ln 2 / 2, `e^r` by its Taylor polynomial
/// to degree 7: within 2e-7 of the true value, relatively.
final class Curves {
  private static final float ROUNDER = 0x1.8p23f; // adding it leaves the nearest integer in the end
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 355f / 512; // 9 bits, so k · LN2_HIGH is too
  private static final float LN2_LOW = -2.1219444e-4f;
  private static final float LEAST = -87; // below, e^x is no normal float
  private static final int ONE = 0x3f800000; // the bits of 1

  private final float[] rounded;
  private final float[] bell;

  /// For arrays of which at most the first `most` are computed with.
  Curves(int most) {
    this.rounded = new float[most];
    this.bell = new float[most];
  }

  /// Scores to weights: their exponentials over the sum of these.
  void softmax(float[] x, int count) {
    float largest = x[0];
    for (int i = 1; i < count; i++) {
      largest = Math.max(largest, x[i]);
    }
    for (int i = 0; i < count; i++) {
      x[i] -= largest;
    }
    exp(x, count);
    float sum = 0;
    for (int i = 0; i < count; i++) {
      sum += x[i];
    }
    float scale = 1 / sum;
    for (int i = 0; i < count; i++) {
      x[i] *= scale;
    }
  }

  /// `max(x, 0)`.
  void relu(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.max(x[i], 0);
    }
  }

  /// `x · Φ(x)`, which is `max(x, 0) - |x| · Φ(-|x|)`; Φ by Abramowitz and Stegun (1964), 7.1.26,
  /// within 1e-7.
  void gelu(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      bell[i] = -0.5f * x[i] * x[i];
    }
    exp(bell, count);
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

  /// The exponentials of numbers that are not above 0.
  void exp(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      float v = Math.max(x[i], LEAST);
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
}
