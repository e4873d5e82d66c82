package dev.lockstep.neural;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SequencedMap;

/// The shape of any network: what its weights are called and how large they are. Everything that
/// stores, loads, optimizes or counts weights needs no more.
public interface NetworkSpec {
  /// The most parameters a network of this project may have; a spec from a file is held to it.
  long MOST_PARAMETERS = 1L << 28;

  /// The name and shape of each weight, in the order of the file.
  SequencedMap<String, List<Long>> tensors();

  /// The spec as it stands in files.
  ObjectNode json();

  /// What the weights are made of.
  default HostTensor.ElementType element() {
    return HostTensor.ElementType.F32;
  }

  /// The number of parameters.
  default long parameters() {
    return tensors().values().stream().mapToLong(NetworkSpec::elements).sum();
  }

  private static long elements(List<Long> shape) {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
