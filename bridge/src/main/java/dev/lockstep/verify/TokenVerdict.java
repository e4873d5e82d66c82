package dev.lockstep.verify;

/// What the comparison of a network's tokens with a true run's came to.
public sealed interface TokenVerdict {
  /// Tokens that agreed.
  long tokens();

  /// Whole steps that agreed.
  long steps();

  /// Every token agrees.
  record Exact(long tokens, long steps) implements TokenVerdict {}

  /// Every token agrees up to where the true run has spent its budget. Not exact: nobody saw the
  /// rest.
  record Cut(long tokens, long steps) implements TokenVerdict {}

  /// The first `tokens` tokens agree, and the next does not.
  ///
  /// @param place where in the run the token stands, in words
  /// @param expected the true token
  /// @param claimed the network's token
  record Diverged(long tokens, long steps, String place, String expected, String claimed)
      implements TokenVerdict {
    /// The number of the wrong token, counted from 1.
    public long token() {
      return tokens + 1;
    }

    /// The number of the step it belongs to, counted from 1.
    public long step() {
      return steps + 1;
    }
  }

  /// Whether the whole run agrees.
  default boolean exact() {
    return this instanceof Exact;
  }

  /// Whether all that was seen of the run agrees.
  default boolean agreed() {
    return !(this instanceof Diverged);
  }

  /// One line.
  default String describe() {
    return switch (this) {
      case Exact(long tokens, long steps) ->
          "exact: " + tokens + " tokens of " + steps + (steps == 1 ? " step" : " steps");
      case Cut(long tokens, long steps) ->
          "agreed for " + tokens + " tokens until the budget of " + steps + " steps was spent";
      case Diverged parted ->
          "diverged at token "
              + parted.token()
              + " (step "
              + parted.step()
              + ", "
              + parted.place()
              + "): expected `"
              + parted.expected()
              + "`, claimed `"
              + parted.claimed()
              + "`";
    };
  }
}
