package dev.lockstep.neural.bench;

/// One line of the benchmark.
///
/// @param value what was measured
/// @param unit of `value` and `goal`
/// @param goal the least value wanted; 0 where nothing is
/// @param most the greatest value that can be true, else infinity: beyond, the measurement is wrong
/// @param context what stands beside it
public record Figure(
    String name, double value, String unit, double goal, double most, String context) {
  /// What it comes to.
  public enum Verdict {
    REACHED,
    MISSED,
    /// Above what the hardware can do.
    IMPOSSIBLE
  }

  public Verdict verdict() {
    if (!(value <= most)) {
      return Verdict.IMPOSSIBLE;
    }
    return value >= goal ? Verdict.REACHED : Verdict.MISSED;
  }
}
