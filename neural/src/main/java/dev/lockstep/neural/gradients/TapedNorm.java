package dev.lockstep.neural.gradients;

import dev.lockstep.neural.host.Blocks;
import java.util.Arrays;

/// Layer norm there and back: what it gave, and the sums of the gradients of what it has learned.
final class TapedNorm {
  private final Passes passes;
  private final int width;
  private final float[] scale;
  private final float[] shift;
  private final float[] toScale;
  private final float[] toShift;
  private final float[] stats; // mean and 1 / deviation of each row
  private final Rows normed; // (rows, D)

  TapedNorm(TrainingLoops loops, int width, int rows) {
    this.passes = loops.passes();
    this.width = width;
    this.scale = new float[width];
    this.shift = new float[width];
    this.toScale = new float[width];
    this.toShift = new float[width];
    this.stats = new float[2 * Blocks.room(rows)];
    this.normed = Rows.of(rows, width);
  }

  void learned(float[] newScale, float[] newShift) {
    System.arraycopy(newScale, 0, scale, 0, width);
    System.arraycopy(newShift, 0, shift, 0, width);
  }

  /// After adding `plus` to the rows.
  Rows forward(Rows x, float[] plus, int rows) {
    passes.norm(x, plus, rows, width, scale, shift, normed, stats);
    return normed;
  }

  /// What `forward` gave.
  Rows normed() {
    return normed;
  }

  /// Adds the gradient of `x` to `d`, and the sums of `d` over rows to `toPlus`.
  void backward(Rows dy, Rows x, int rows, Rows d, float[] toPlus) {
    passes.unnorm(dy, x, stats, rows, width, scale, d, toScale, toShift, toPlus);
  }

  void gradient(float[] ofScale, float[] ofShift) {
    for (int i = 0; i < width; i++) {
      ofScale[i] += toScale[i];
      ofShift[i] += toShift[i];
    }
  }

  void forget() {
    Arrays.fill(toScale, 0);
    Arrays.fill(toShift, 0);
  }
}
