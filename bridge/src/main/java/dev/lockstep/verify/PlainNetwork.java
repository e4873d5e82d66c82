package dev.lockstep.verify;

import dev.lockstep.checker.Float64Network;
import dev.lockstep.execute.LogitNetwork;
import java.nio.file.Path;

/// A stored looped model computed in plain Java and float64 by the independent checker's code: the
/// other kernels that the engine's are compared with.
public final class PlainNetwork implements LogitNetwork {
  private final Float64Network network;

  public PlainNetwork(Path model) {
    this.network = new Float64Network(model);
  }

  @Override
  public float[][] logits(int[][] windows) {
    float[][] logits = new float[windows.length][network.contents()];
    for (int i = 0; i < windows.length; i++) {
      double[] exact = network.logits(windows[i]);
      for (int j = 0; j < exact.length; j++) {
        logits[i][j] = (float) exact[j];
      }
    }
    return logits;
  }
}
