package dev.lockstep.neural;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/// The parameters of a network in host memory: tensors by stable names. Immutable.
public final class Weights {
  private final SequencedMap<String, HostTensor> tensors;

  private Weights(SequencedMap<String, HostTensor> tensors) {
    this.tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
  }

  /// These tensors as the weights of a network of this shape, in the order of the spec.
  ///
  /// @throws IllegalArgumentException where a name is missing or unknown, or a type or shape
  ///   differs
  public static Weights of(NetworkSpec spec, SequencedMap<String, HostTensor> tensors) {
    SequencedMap<String, HostTensor> ordered = new LinkedHashMap<>();
    spec.tensors()
        .forEach(
            (name, shape) -> {
              HostTensor tensor = tensors.get(name);
              if (tensor == null
                  || tensor.type() != spec.element()
                  || !tensor.shape().equals(shape)) {
                throw new IllegalArgumentException(
                    "expected `%s` to be %s %s, found %s"
                        .formatted(name, spec.element(), shape, tensor));
              }
              ordered.put(name, tensor);
            });
    for (String name : tensors.keySet()) {
      if (!ordered.containsKey(name)) {
        throw new IllegalArgumentException("the model has no tensor `" + name + "`");
      }
    }
    return new Weights(ordered);
  }

  /// Seeded first weights: nothing else than `seed` and the spec determines them. Embeddings and
  /// linear maps are normal with variances that keep sums near 1, biases 0, norms the identity.
  public static Weights seeded(NetworkSpec spec, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SequencedMap<String, HostTensor> tensors = new LinkedHashMap<>();
    spec.tensors()
        .forEach((name, shape) -> tensors.put(name, first(name, shape, random).as(spec.element())));
    return new Weights(tensors);
  }

  private static HostTensor first(String name, List<Long> shape, SplittableRandom random) {
    float[] values = new float[Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact))];
    if (shape.size() == 1) {
      Arrays.fill(values, name.endsWith("norm.weight") ? 1f : 0f);
    } else {
      double deviation = name.contains("embedding") ? 1 : 1 / Math.sqrt(shape.getLast());
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (deviation * random.nextGaussian());
      }
    }
    return HostTensor.of(shape, values);
  }

  /// Reads a safetensors file; names, types and shapes are checked before memory is taken.
  ///
  /// @throws ModelFileError, naming the file, where it is damaged or does not hold exactly the
  ///   tensors of the spec
  public static Weights read(Path file, NetworkSpec spec) {
    return new Weights(SafeTensors.read(file, spec.tensors(), spec.element()));
  }

  /// Writes a safetensors file atomically.
  public void write(Path file) {
    SafeTensors.write(file, tensors);
  }

  /// All tensors by name, in the order of the spec.
  public SequencedMap<String, HostTensor> tensors() {
    return tensors;
  }

  /// These weights with one tensor replaced by another of the same shape.
  public Weights with(String name, HostTensor tensor) {
    HostTensor old = tensors.get(name);
    if (old == null || !old.shape().equals(tensor.shape()) || old.type() != tensor.type()) {
      throw new IllegalArgumentException(
          "expected a tensor like `%s`, %s, found %s".formatted(name, old, tensor));
    }
    SequencedMap<String, HostTensor> changed = new LinkedHashMap<>(tensors);
    changed.put(name, tensor);
    return new Weights(changed);
  }

  /// The SHA-256, in hex, of exactly the bytes that `write` writes.
  public String sha256() {
    return SafeTensors.sha256(tensors);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights that && tensors.equals(that.tensors);
  }

  @Override
  public int hashCode() {
    return tensors.hashCode();
  }
}
