package dev.lockstep.neural.gradients;

/// What training does to rows between products, each in one pass while they are in the cache.
/// Columns come in blocks. Every sum has its fixed order.
interface Passes {
  double EPSILON = 1e-5;

  /// Layer norm, after adding `plus` to `x`: `y = (x - mean) / deviation · scale + shift`.
  ///
  /// @param stats becomes mean and 1 / deviation of each row
  void norm(
      Rows x,
      float[] plus,
      int rows,
      int width,
      float[] scale,
      float[] shift,
      Rows y,
      float[] stats);

  /// The way back of `norm`: adds the gradient of `x` to `d`, and sums over rows to the gradients
  /// of `scale`, `shift` and `plus`; the last is that of `d` as it is afterwards.
  ///
  /// @param dy the gradient of `y`
  void unnorm(
      Rows dy,
      Rows x,
      float[] stats,
      int rows,
      int width,
      float[] scale,
      Rows d,
      float[] toScale,
      float[] toShift,
      float[] toPlus);

  /// `active = f(inner)`, and `inner` becomes `f'(inner)`.
  void activate(Rows inner, int rows, int columns, boolean gelu, Rows active);

  /// `d = d · slope`, whose sums over rows are added to `sums`.
  void unactivate(Rows d, Rows slope, int rows, int columns, float[] sums);

  /// Scores to `e^(score - largest)`; 0 for those that are not seen.
  ///
  /// @param count how many the first row sees; each further row sees `growth` more
  /// @param over becomes 1 / their sum, from `at` on
  void softmax(Rows scores, int rows, int columns, int count, int growth, float[] over, int at);

  /// The way back of softmax: `d = e · (d - dot)`.
  void unsoftmax(Rows d, Rows e, int rows, int columns, float[] dots, int at);

  /// `x = x · factor`, row by row.
  void scale(Rows x, int rows, int columns, float[] factors, int at);

  /// `dot = x · y`, row by row.
  void dots(Rows x, Rows y, int rows, int columns, float[] dots, int at);

  /// `x = x + y`.
  void add(Rows x, Rows y, int rows, int columns);

  /// Adds the sums over rows.
  void sums(Rows x, int rows, int columns, float[] sums);

  /// `y = xᵀ`; x (rows, columns).
  void transpose(Rows x, int rows, int columns, Rows y);
}
