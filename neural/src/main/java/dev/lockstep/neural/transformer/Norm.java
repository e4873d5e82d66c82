package dev.lockstep.neural.transformer;

/// What keeps states in bounds.
///
/// @param placed before each block, `x + f(N(x))`, or after it, `N(x + f(x))`
public record Norm(Kind kind, Placed placed) {
  /// Which normalization.
  public enum Kind {
    /// To mean 0 and variance 1, then scaled and shifted as learned (Ba et al. 2016).
    LAYER,
    /// To mean square 1, then scaled as learned (Zhang and Sennrich 2019).
    RMS,
    /// None; for constructed weights.
    NONE
  }

  /// Where it stands.
  public enum Placed {
    PRE,
    POST
  }

  /// Layer norm before each block.
  public static final Norm PRE = new Norm(Kind.LAYER, Placed.PRE);

  boolean before() {
    return placed == Placed.PRE;
  }
}
