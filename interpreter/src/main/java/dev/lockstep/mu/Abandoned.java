package dev.lockstep.mu;

/// Whoever watched the run stopped it.
final class Abandoned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Abandoned() {
    super(null, null, false, false); // no stack trace: nobody sees it
  }
}
