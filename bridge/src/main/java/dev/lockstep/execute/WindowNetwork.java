package dev.lockstep.execute;

import dev.lockstep.neural.LocalModel;
import java.util.Arrays;

/// A local model that answers windows. The model is the caller's to close.
public final class WindowNetwork implements LogitNetwork {
  private final WindowShape shape;
  private final LocalModel model;

  /// Throws `IllegalArgumentException` where the model is not for such windows.
  public WindowNetwork(WindowShape shape, LocalModel model) {
    if (!shape.fits(model.spec())) {
      throw new IllegalArgumentException("a network of " + model.spec() + " for " + shape);
    }
    this.shape = shape;
    this.model = model;
  }

  public LocalModel model() {
    return model;
  }

  @Override
  public float[][] logits(int[][] windows) {
    float[] flat = model.logits(shape.batch(model.spec(), windows));
    float[][] logits = new float[windows.length][];
    for (int i = 0; i < windows.length; i++) {
      logits[i] = Arrays.copyOfRange(flat, i * shape.contents(), (i + 1) * shape.contents());
    }
    return logits;
  }

  @Override
  public int[] contents(int[][] windows) {
    return model.argmax(shape.batch(model.spec(), windows));
  }
}
