package dev.lockstep.neural;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The parameters of a network in host memory: float32 tensors by stable names. Immutable.
@SuppressWarnings("DoNotCallSuggester")
public final class Weights {
  private final SequencedMap<String, HostTensor> tensors;

  private Weights(SequencedMap<String, HostTensor> tensors) {
    this.tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
  }

  /// These tensors as the weights of a network of this shape, in the order of the spec. Throws
  /// `IllegalArgumentException` where a name is missing or unknown, or a type or shape is another.
  public static Weights of(ModelSpec spec, SequencedMap<String, HostTensor> tensors) {
    throw new UnsupportedOperationException();
  }

  /// Seeded first weights: nothing else than `seed` and the spec determines them.
  public static Weights seeded(ModelSpec spec, long seed) {
    throw new UnsupportedOperationException();
  }

  /// Reads a safetensors file. Throws `ModelFileError`, naming the file, where it is damaged or
  /// does not hold exactly the tensors of the spec; shapes are checked before memory is taken.
  public static Weights read(Path file, ModelSpec spec) {
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
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
