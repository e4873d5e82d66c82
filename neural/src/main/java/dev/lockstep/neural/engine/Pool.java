package dev.lockstep.neural.engine;

import dev.lockstep.neural.transformer.Sample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Samples in strata.
final class Pool {
  private final List<List<Sample>> strata;

  Pool(List<Sample> samples, int[] kinds) {
    if (samples.isEmpty() || kinds.length != samples.size()) {
      throw new IllegalArgumentException(
          "expected at least one sample and a stratum for each, found %d and %d"
              .formatted(samples.size(), kinds.length));
    }
    for (int i = 0; i < samples.size(); i++) {
      if (Asked.weight(samples.get(i)) <= 0) {
        throw new IllegalArgumentException("sample %d has no target".formatted(i));
      }
    }
    this.strata =
        IntStream.range(0, samples.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> kinds[i],
                    TreeMap::new,
                    Collectors.mapping(samples::get, Collectors.toUnmodifiableList())))
            .values()
            .stream()
            .toList();
  }

  List<Sample> draw(int size, SplittableRandom random) {
    return Stream.generate(() -> strata.get(random.nextInt(strata.size())))
        .map(members -> members.get(random.nextInt(members.size())))
        .limit(size)
        .toList();
  }

  /// The length that a batch is padded to: a power of two or one and a half of one, so that few
  /// shapes occur, each of which costs native memory.
  static int padded(int length) {
    int power = Integer.highestOneBit(Math.max(8, length));
    return IntStream.of(power, power + power / 2, 2 * power)
        .filter(n -> n >= length)
        .min()
        .orElse(length);
  }
}
