package dev.lockstep.neural.transformer;

/// How positions attend to one another.
///
/// @param visibility which positions are seen; softmax is over these only, and where there is none
///   the answer is the output's bias
/// @param choice how scores become weights
/// @param logLength whether scores are multiplied by the logarithm of the number of visible
///   positions, so that attention does not flatten with length (Chiang and Cholak 2022)
public record Attention(int heads, Visibility visibility, Choice choice, boolean logLength) {
  /// How scores become weights.
  public enum Choice {
    SOFTMAX,
    /// All weight on the largest score, the leftmost of equals; for constructed weights.
    LEFTMOST,
    /// The weight is shared by all that have the largest score; for constructed weights.
    AVERAGE
  }

  /// Softmax attention, not scaled with length.
  public static Attention of(int heads, Visibility visibility) {
    return new Attention(heads, visibility, Choice.SOFTMAX, false);
  }
}
