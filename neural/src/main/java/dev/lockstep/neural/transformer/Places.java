package dev.lockstep.neural.transformer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Where the numbers come from that a position scheme is given. With a source of randomness
/// (training) they may be moved; without (asking) they never are.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Places.Order.class, name = "order"),
  @JsonSubTypes.Type(value = Places.Randomised.class, name = "randomised"),
  @JsonSubTypes.Type(value = Places.Coupled.class, name = "coupled")
})
public sealed interface Places {
  /// The place of each position of the sample.
  int[] of(Sample sample, Optional<? extends RandomGenerator> random);

  /// 0, 1, 2 …
  record Order() implements Places {
    @Override
    public int[] of(Sample sample, Optional<? extends RandomGenerator> random) {
      return IntStream.range(0, sample.length()).toArray();
    }
  }

  /// In training an ascending random choice among `range` places, so that places beyond the
  /// training lengths are known too (Ruoss et al. 2023).
  record Randomised(int range) implements Places {
    @Override
    public int[] of(Sample sample, Optional<? extends RandomGenerator> random) {
      if (random.isEmpty()) {
        return new Order().of(sample, random);
      }
      int time = sample.length();
      if (time > range) {
        throw new IllegalArgumentException(
            "a sample of %d positions has no places among %d".formatted(time, range));
      }
      int[] places = new int[time];
      int chosen = 0;
      for (int place = 0; chosen < time; place++) { // selection sampling, Knuth's algorithm S
        if (random.get().nextInt(range - place) < time - chosen) {
          places[chosen++] = place;
        }
      }
      return places;
    }
  }

  /// A coordinate of the sample, so that corresponding tokens share a place, in training moved by a
  /// random offset of at most `offset` (Cho et al. 2024; McLeish et al. 2024).
  record Coupled(int axis, int offset) implements Places {
    @Override
    public int[] of(Sample sample, Optional<? extends RandomGenerator> random) {
      int moved = random.map(it -> it.nextInt(offset + 1)).orElse(0);
      return IntStream.range(0, sample.length())
          .map(i -> sample.coordinate(axis, i) + moved)
          .toArray();
    }
  }
}
