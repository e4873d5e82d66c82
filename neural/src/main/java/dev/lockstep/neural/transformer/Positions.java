package dev.lockstep.neural.transformer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// How a network is told where a token stands. Each scheme turns numbers, the *places*, into what
/// it adds or turns; where the places come from is said apart.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Positions.None.class, name = "none"),
  @JsonSubTypes.Type(value = Positions.Learned.class, name = "learned"),
  @JsonSubTypes.Type(value = Positions.Sinusoidal.class, name = "sinusoidal"),
  @JsonSubTypes.Type(value = Positions.Rotary.class, name = "rotary"),
  @JsonSubTypes.Type(value = Positions.Alibi.class, name = "alibi"),
  @JsonSubTypes.Type(value = Positions.ClippedBias.class, name = "clipped-bias")
})
public sealed interface Positions {
  /// Where the places come from.
  Places places();

  /// Not at all.
  record None() implements Positions {
    @Override
    public Places places() {
      return new Places.Order();
    }
  }

  /// A learned vector for each of `longest` places, added to the input.
  record Learned(int longest, Places places) implements Positions {}

  /// Fixed sines and cosines of the place, added to the input (Vaswani et al. 2017).
  record Sinusoidal(Places places) implements Positions {}

  /// Queries and keys turned by angles that grow with the place (Su et al. 2021); `base` is 10,000
  /// in the paper.
  record Rotary(double base, Places places) implements Positions {}

  /// A penalty on each score that grows with the distance, head by head (Press et al. 2022).
  record Alibi(Places places) implements Positions {}

  /// A learned bias for each head and each distance of places, distances beyond `radius` taken as
  /// `radius` (Shaw et al. 2018; Raffel et al. 2020).
  record ClippedBias(int radius, Places places) implements Positions {}
}
