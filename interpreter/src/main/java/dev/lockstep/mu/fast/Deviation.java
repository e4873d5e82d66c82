package dev.lockstep.mu.fast;

/// The fast engine met what it leaves to the exact one: a fault, an int beyond 64 bits, a budget
/// that may be spent.
public final class Deviation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Why the run goes on elsewhere.
  public enum Why {
    /// The exact engine knows.
    UNUSUAL,
    /// Loops count beyond a JVM int, which the fast engine's wide code does.
    WIDE
  }

  private final Why why;

  Deviation() {
    this(Why.UNUSUAL);
  }

  Deviation(Why why) {
    super(null, null, false, false); // no stack trace: nobody sees it
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
