package dev.lockstep.neural;

/// A network that maps visible sets to logits (`LocalSpec` says how).
///
/// Any number of threads may ask it at once; training excludes them for the duration of a call.
/// Using a closed model throws `IllegalStateException`.
@SuppressWarnings("DoNotCallSuggester")
public final class LocalModel implements AutoCloseable {

  private LocalModel() {}

  /// A model with seeded first weights.
  public static LocalModel seeded(LocalSpec spec, long seed, Hardware hardware) {
    return of(spec, Weights.seeded(spec, seed), hardware);
  }

  /// A model with these weights; `IllegalArgumentException` where they are not of this spec.
  public static LocalModel of(LocalSpec spec, Weights weights, Hardware hardware) {
    throw new UnsupportedOperationException();
  }

  public LocalSpec spec() {
    throw new UnsupportedOperationException();
  }

  public Hardware hardware() {
    throw new UnsupportedOperationException();
  }

  /// A copy of the weights as they are now.
  public Weights weights() {
    throw new UnsupportedOperationException();
  }

  /// The logits of each set, `(B, classes)` row after row. What is asked at once matters to the
  /// last bits (another batch, other kernels), never more.
  public float[] logits(VisibleSets sets) {
    throw new UnsupportedOperationException();
  }

  /// The class with the largest logit for each set, `(B)`; the first of equals; -1 where a logit is
  /// not a number.
  public int[] argmax(VisibleSets sets) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
