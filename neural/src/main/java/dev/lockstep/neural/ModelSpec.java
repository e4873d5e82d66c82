package dev.lockstep.neural;

import java.util.List;
import java.util.SequencedMap;

/// The shape of a network: all that is needed, besides the weights, to compute with it.
public sealed interface ModelSpec permits LocalSpec, SequenceSpec {
  /// The most parameters a network of this project may have; a spec from a file is held to it.
  long MOST_PARAMETERS = 1L << 28;

  /// The name and shape of each weight, in the order of the file.
  SequencedMap<String, List<Long>> tensors();

  /// The number of parameters.
  default long parameters() {
    return tensors().values().stream().mapToLong(ModelSpec::elements).sum();
  }

  private static long elements(List<Long> shape) {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
