package dev.lockstep.neural;

/// The nonlinearity inside a feed-forward block.
public enum Activation {
  /// `max(0, x)`: piecewise linear; preferred where outputs are to be exact.
  RELU,
  /// `x · Φ(x)` with the exact normal distribution function (Hendrycks and Gimpel 2016).
  GELU
}
