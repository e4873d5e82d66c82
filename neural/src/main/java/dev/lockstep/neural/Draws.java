package dev.lockstep.neural;

import java.util.SplittableRandom;

/// The random choices of each training step: a function of the plan's seed and the step's number,
/// so that a training that was stopped goes on as if it had not been.
public final class Draws {
  private Draws() {}

  /// The choices of step `step`, counted from 0.
  public static SplittableRandom at(long seed, long step) {
    return new SplittableRandom(mixed(mixed(seed) + step));
  }

  /// A bijection that scatters neighbouring numbers (the finalizer of SplitMix64).
  private static long mixed(long number) {
    long z = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
