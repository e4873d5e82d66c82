package dev.lockstep.neural.host;

/// Numbers in rows and columns that vectors are multiplied with: sums of its rows, `y += Σ x[i] ·
/// row i`.
///
/// Each element of `y` is a chain of fused multiply-adds in the order of i in every method of every
/// kind, so that all of them compute the same bits. Arrays `y` have room for whole blocks.
interface Matrix {
  void put(int row, int column, float value);

  /// Adds all rows to all columns, for each pair of `x` and `y`.
  void addEach(float[][] x, float[][] y);
}
