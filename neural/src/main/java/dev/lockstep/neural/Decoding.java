package dev.lockstep.neural;

/// Sequences being written side by side: what each lane has seen so far is kept as keys and values,
/// so that one more position costs one position. Equal to the full forward pass but for the last
/// bits. For one thread.
@SuppressWarnings("DoNotCallSuggester")
public final class Decoding implements AutoCloseable {

  Decoding() {}

  /// The number of positions that lane `lane` has.
  public int length(int lane) {
    throw new UnsupportedOperationException();
  }

  /// Appends one position to each of the named lanes; the others stand still.
  ///
  /// @param lanes which lanes, each at most once, `(n)`
  /// @param tokens the ids of each lane's token, `(n, F)`
  /// @param queries the ids of each lane's query, `(n, G)`
  /// @return the logits at the new positions, `(n, classes)` Throws `IllegalArgumentException`
  ///   where a lane would grow beyond the spec's `longest`.
  public float[] append(int[] lanes, int[] tokens, int[] queries) {
    throw new UnsupportedOperationException();
  }

  /// Appends one position to every lane.
  public float[] append(int[] tokens, int[] queries) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
