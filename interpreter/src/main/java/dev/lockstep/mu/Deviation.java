package dev.lockstep.mu;

/// The fast engine met what it leaves to the exact one: a fault, an int beyond 64 bits, a budget
/// that may be spent.
final class Deviation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Deviation() {
    super(null, null, false, false); // no stack trace: nobody sees it
  }
}
