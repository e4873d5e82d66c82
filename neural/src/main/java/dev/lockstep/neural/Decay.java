package dev.lockstep.neural;

/// How the learning rate falls from its peak after the warm-up to the last planned step.
public enum Decay {
  CONSTANT,
  /// To zero on a straight line.
  LINEAR,
  /// To zero on half a cosine wave (Loshchilov and Hutter 2017).
  COSINE
}
