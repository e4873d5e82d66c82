package dev.lockstep.neural.host;

import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.transformer.Norm;
import java.util.Arrays;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A model's tensors as parts to compute with.
record ModelParts(Loops loops, SequencedMap<String, HostTensor> tensors, Norm.Kind kind) {
  private static final float[] NONE = {};

  HostTensor tensor(String name) {
    return tensors.get(name);
  }

  float[][] table(String name) {
    float[] flat = tensor(name).floats();
    int width = Math.toIntExact(tensor(name).shape().get(1));
    return IntStream.range(0, flat.length / width)
        .mapToObj(row -> Arrays.copyOfRange(flat, row * width, (row + 1) * width))
        .toArray(float[][]::new);
  }

  /// A norm; where the model has none of this name, one that does nothing.
  HostNorm norm(String name) {
    if (!tensors.containsKey(name + ".weight")) {
      return new HostNorm(Norm.Kind.NONE, NONE, NONE);
    }
    return new HostNorm(kind, tensor(name + ".weight").floats(), bias(name));
  }

  private float[] bias(String name) {
    return tensors.containsKey(name + ".bias") ? tensor(name + ".bias").floats() : NONE;
  }

  /// The maps of these names side by side.
  LinearMap map(String... names) {
    return LinearMap.of(
        loops,
        Stream.of(names).map(name -> tensor(name + ".weight")).toList(),
        Stream.of(names).map(this::bias).toList());
  }
}
