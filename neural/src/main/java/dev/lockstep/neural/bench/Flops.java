package dev.lockstep.neural.bench;

import dev.lockstep.neural.transformer.TransformerSpec;

/// Floating-point operations as the literature counts them.
public final class Flops {
  private Flops() {}

  /// Of a training step: 6 · parameters · tokens + 12 · layers · time · seen · width · batch, where
  /// `seen` positions are attended to.
  public static double ofTraining(TransformerSpec spec, int batch, int time, int seen) {
    double tokens = (double) batch * time;
    double layers = spec.stacks().stream().mapToDouble(s -> s.layers() * s.depth().most()).sum();
    return 6.0 * spec.parameters() * tokens + 12.0 * layers * time * seen * spec.width() * batch;
  }

  /// Of one token written: 2 · parameters + 4 · layers · seen · width.
  public static double ofWriting(TransformerSpec spec, int seen) {
    double layers = spec.stacks().stream().mapToDouble(s -> s.layers() * s.depth().most()).sum();
    return 2.0 * spec.parameters() + 4.0 * layers * seen * spec.width();
  }
}
