package dev.lockstep.neural.host;

import dev.lockstep.neural.transformer.Norm;

/// A norm and what it has learned. Means are taken in float64.
final class HostNorm {
  private static final double EPSILON = 1e-5;

  private final Norm.Kind kind;
  private final float[] scale;
  private final float[] shift;

  /// A norm of a kind.
  ///
  /// @param scale and `shift` (D), of no elements where the kind has none
  HostNorm(Norm.Kind kind, float[] scale, float[] shift) {
    this.kind = kind;
    this.scale = scale;
    this.shift = shift;
  }

  /// Each row of `x`, into `y`, which may be `x`.
  void apply(float[][] x, float[][] y) {
    for (int lane = 0; lane < x.length; lane++) {
      switch (kind) {
        case LAYER -> layer(x[lane], y[lane]);
        case RMS -> rms(x[lane], y[lane]);
        case NONE -> System.arraycopy(x[lane], 0, y[lane], 0, x[lane].length);
      }
    }
  }

  private void layer(float[] x, float[] y) {
    double sum = 0;
    for (float value : x) {
      sum += value;
    }
    float mean = (float) (sum / x.length);
    double squares = 0;
    for (float value : x) {
      double apart = value - mean;
      squares += apart * apart;
    }
    float over = (float) (1 / Math.sqrt(squares / x.length + EPSILON));
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.fma((x[i] - mean) * over, scale[i], shift[i]);
    }
  }

  private void rms(float[] x, float[] y) {
    double squares = 0;
    for (float value : x) {
      squares += (double) value * value;
    }
    float over = (float) (1 / Math.sqrt(squares / x.length + EPSILON));
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] * over * scale[i];
    }
  }
}
