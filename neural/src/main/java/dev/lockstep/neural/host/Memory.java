package dev.lockstep.neural.host;

/// What one layer keeps of one sample: keys and values of all heads, in a ring of as many positions
/// as it can see.
interface Memory {
  /// Keeps the keys and values (D each) that stand in `all` (3 D) after the queries.
  void put(int slot, float[] all);

  /// Scores of the first `seen` positions, `(heads, seen)`: products of their keys and the queries
  /// that `all` begins with.
  void weigh(float[] all, int seen, float[][] scores);

  /// Sums of the first `seen` values, each times its weight, into `heard`, `(heads, K)`.
  void hear(float[][] weights, int seen, float[][] heard);

  Memory copy();

  /// How many numbers are kept.
  long size();
}
