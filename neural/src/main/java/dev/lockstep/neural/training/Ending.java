package dev.lockstep.neural.training;

/// Why a training ended.
public enum Ending {
  /// All planned steps were taken.
  PLAN,
  /// Exact for as many evaluations in a row as were asked for.
  EXACT,
  STEPS,
  EXAMPLES,
  CPU_SECONDS,
  WALL,
  /// The loss is not a number.
  DIVERGED,
  /// Somebody asked it to.
  STOPPED
}
