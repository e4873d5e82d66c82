package dev.lockstep.neural.decoding;

/// How the next token is chosen among those allowed.
public sealed interface Strategy {
  /// The largest logit, the first of equals.
  record Greedy() implements Strategy {}

  /// A draw from the softmax at a temperature.
  ///
  /// @param among only the so many largest logits are drawn from; 0 for all
  /// @param seed determines all draws
  record Sampled(double temperature, int among, long seed) implements Strategy {
    public Sampled {
      if (!(temperature > 0) || among < 0) {
        throw new IllegalArgumentException(
            "expected a temperature above 0 and among >= 0, found %s and %d"
                .formatted(temperature, among));
      }
    }
  }
}
