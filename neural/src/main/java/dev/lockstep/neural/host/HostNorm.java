package dev.lockstep.neural.host;

import dev.lockstep.neural.transformer.Norm;
import java.util.Arrays;

/// A norm and what it has learned.
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
    this.scale = Arrays.copyOf(scale, Blocks.room(scale.length));
    this.shift = Arrays.copyOf(shift, Blocks.room(shift.length));
  }

  /// The first `width` of each row of `x`, into `y`, which may be `x`.
  void apply(Curves curves, int width, float[][] x, float[][] y) {
    for (int lane = 0; lane < x.length; lane++) {
      switch (kind) {
        case LAYER -> layer(curves, width, x[lane], y[lane]);
        case RMS -> rms(curves, width, x[lane], y[lane]);
        case NONE -> System.arraycopy(x[lane], 0, y[lane], 0, width);
      }
    }
  }

  private void layer(Curves curves, int width, float[] x, float[] y) {
    float mean = curves.sum(x, width) / width;
    float over = (float) (1 / Math.sqrt(curves.squares(x, width, mean) / width + EPSILON));
    curves.level(x, width, mean, over, scale, shift, y);
  }

  private void rms(Curves curves, int width, float[] x, float[] y) {
    float over = (float) (1 / Math.sqrt(curves.squares(x, width, 0) / width + EPSILON));
    for (int i = 0; i < width; i++) {
      y[i] = x[i] * over * scale[i];
    }
  }
}
