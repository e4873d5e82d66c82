package dev.lockstep.neural;

import java.util.List;

/// A causal decoder (`SequenceSpec` says how it computes).
///
/// Any number of threads may ask it at once; training excludes them for the duration of a call.
/// Using a closed model throws `IllegalStateException`.
@SuppressWarnings("DoNotCallSuggester")
public final class SequenceModel implements AutoCloseable {

  private SequenceModel() {}

  /// A model with seeded first weights.
  public static SequenceModel seeded(SequenceSpec spec, long seed, Hardware hardware) {
    return of(spec, Weights.seeded(spec, seed), hardware);
  }

  /// A model with these weights; `IllegalArgumentException` where they are not of this spec.
  public static SequenceModel of(SequenceSpec spec, Weights weights, Hardware hardware) {
    throw new UnsupportedOperationException();
  }

  public SequenceSpec spec() {
    throw new UnsupportedOperationException();
  }

  public Hardware hardware() {
    throw new UnsupportedOperationException();
  }

  /// A copy of the weights as they are now.
  public Weights weights() {
    throw new UnsupportedOperationException();
  }

  /// The logits at every position of each sequence, each `(T, classes)` row after row.
  public List<float[]> logits(Sequences sequences) {
    throw new UnsupportedOperationException();
  }

  /// Begins step-by-step decoding of `lanes` sequences, all empty. Close it before the model.
  public Decoding decode(int lanes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
