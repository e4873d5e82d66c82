package dev.lockstep.neural.gradients;

/// Products of matrices for training. Rows of results come in eights, their columns in blocks;
/// there is no such rule for the terms of the sums. Every sum has its fixed order.
interface Products {
  /// `c = start + a b`: a (m, k), b (k, n); `start` may be `c`, or one row for all.
  void product(Rows a, Rows b, int m, int k, int n, Rows start, Rows c);

  /// `c = start + aᵀ b`: a (k, m), b (k, n).
  void transposed(Rows a, Rows b, int m, int k, int n, Rows start, Rows c);
}
