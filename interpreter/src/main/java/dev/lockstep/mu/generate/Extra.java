package dev.lockstep.mu.generate;

/// What a family's programs have beyond ints, bools, lists and functions.
enum Extra {
  /// Texts, and the library's functions on them.
  TEXTS,
  /// Records, tuples, options and `match`.
  RECORDS,
  /// Maps and sets.
  TABLES,
  /// `requires`, `ensures` and `invariant`.
  CONTRACTS
}
