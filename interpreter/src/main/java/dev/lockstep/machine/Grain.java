package dev.lockstep.machine;

/// How much of a run an event stands for, the coarsest first.
public enum Grain {
  /// A call begins or ends.
  CALL,
  /// A statement does what it is there for.
  STATEMENT,
  /// A part of an expression gets its value.
  EXPRESSION;

  /// Whether who asks for this grain gets events of `event`'s.
  public boolean includes(Grain event) {
    return event.compareTo(this) <= 0;
  }
}
