package dev.lockstep.neural;

/// How a sequence model is told where a token stands.
public enum PositionScheme {
  /// Not at all; order shows only through the causal mask.
  NONE,
  /// A learned vector for each absolute position, added to the input.
  LEARNED,
  /// Fixed sines and cosines of the absolute position, added to the input (Vaswani et al. 2017).
  SINUSOIDAL,
  /// Queries and keys rotated by an angle that grows with the position (Su et al. 2021).
  ROTARY,
  /// A penalty on each score that grows with the distance, head by head (Press et al. 2022).
  ALIBI
}
