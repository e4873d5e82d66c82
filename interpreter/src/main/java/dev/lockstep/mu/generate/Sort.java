package dev.lockstep.mu.generate;

/// What a visible name may be used as. A name may be of several sorts.
enum Sort {
  INT,
  /// An int variable that is assigned.
  ASSIGNABLE,
  LIST,
  /// A list whose length may change here: no loop walks it.
  GROWING_LIST,
  /// A text variable.
  TEXT,
  /// A variable with a `Point`.
  POINT,
  /// A variable with an `int?`.
  OPTION,
  /// A map from texts to ints.
  MAP,
  GROWING_MAP,
  /// A set of ints.
  SET,
  GROWING_SET
}
