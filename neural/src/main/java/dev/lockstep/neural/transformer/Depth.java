package dev.lockstep.neural.transformer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// How often the layers of a stack are gone through, each time with the same weights.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Depth.Fixed.class, name = "fixed"),
  @JsonSubTypes.Type(value = Depth.Adaptive.class, name = "adaptive"),
  @JsonSubTypes.Type(value = Depth.HaltToken.class, name = "halt-token")
})
public sealed interface Depth {
  /// Once through every layer.
  Depth ONCE = new Fixed(1, false);

  /// The most times.
  int most();

  /// Whether the stack's input is added again before each further time.
  boolean injected();

  /// Always `most` times.
  record Fixed(int most, boolean injected) implements Depth {
    public Fixed {
      Depth.check(most);
    }
  }

  /// Until each position's halting probabilities, which are learned, sum to 1 (Graves 2016); the
  /// outcome is the mean of the states so weighted, and the loss grows by `ponderCost` for each
  /// time and position.
  record Adaptive(int most, double ponderCost, boolean injected) implements Depth {
    /// The sum at which a position halts: below 1, so that one time can be enough.
    public static final double ENOUGH = 0.99;

    public Adaptive {
      Depth.check(most);
      if (!(ponderCost >= 0)) {
        throw new IllegalArgumentException("expected a ponderCost from 0, found " + ponderCost);
      }
    }
  }

  /// Until the largest logit at the sample's first position is that of class `halt`; then the
  /// sample stands still.
  record HaltToken(int most, int halt, boolean injected) implements Depth {
    public HaltToken {
      Depth.check(most);
      if (halt < 0) {
        throw new IllegalArgumentException("expected a class from 0, found " + halt);
      }
    }
  }

  private static void check(int most) {
    if (most < 1 || most > 1 << 16) {
      throw new IllegalArgumentException("expected 1 to 65536 times, found " + most);
    }
  }
}
