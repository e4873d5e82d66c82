package dev.lockstep.neural.host;

/// Functions of the first numbers of an array; with room to compute in, so for one thread. Arrays
/// have room for whole blocks; what stands in the last one after the first numbers may be lost.
///
/// The exponential is `2^k · e^r` with k whole and |r| ≤ ln 2 / 2, `e^r` by its Taylor polynomial
/// to degree 7: within 2e-7 of the true value, relatively. Sums are taken of sixteen partial sums,
/// number i in the one i mod 16, which are folded in halves.
interface Curves {
  float ROUNDER = 0x1.8p23f; // adding it leaves the nearest integer in the end
  float LOG2_E = 1.442695f;
  float LN2_HIGH = 355f / 512; // 9 bits, so k · LN2_HIGH is too
  float LN2_LOW = -2.1219444e-4f;
  float LEAST = -87; // below, e^x is no normal float
  int ONE = 0x3f800000; // the bits of 1

  /// The largest; count is at least 1.
  float largest(float[] x, int count);

  /// Their sum.
  float sum(float[] x, int count);

  /// The sum of their squared distances from `mean`.
  float squares(float[] x, int count, float mean);

  /// `(x - mean) · over · scale + shift`, into `y`, which may be `x`.
  void level(float[] x, int count, float mean, float over, float[] scale, float[] shift, float[] y);

  /// The exponentials of their differences to `most`, which is not below any of them.
  void exp(float[] x, int count, float most);

  /// `max(x, 0)`.
  void relu(float[] x, int count);

  /// `x · Φ(x)`, which is `max(x, 0) - |x| · Φ(-|x|)`; Φ by Abramowitz and Stegun (1964), 7.1.26,
  /// within 1e-7.
  void gelu(float[] x, int count);

  /// Column by column, the sum of some rows' values, each weighted by what softmax makes of the
  /// rows' scores: both `(rows, count)`, into `heard`.
  void attend(float[][] scores, float[][] values, int count, float[] heard);

  /// Scores to what softmax makes of them, times their sum, which is returned.
  default float softmax(float[] x, int count) {
    exp(x, count, largest(x, count));
    return sum(x, count);
  }

  /// The sum of partial sums, whose place is lost.
  static float fold(float[] partial) {
    for (int half = partial.length / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        partial[i] += partial[i + half];
      }
    }
    return partial[0];
  }
}
