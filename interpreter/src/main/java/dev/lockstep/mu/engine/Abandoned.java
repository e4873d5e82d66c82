package dev.lockstep.mu.engine;

/// Whoever watched the run stopped it.
public final class Abandoned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Abandoned() {
    super(null, null, false, false); // no stack trace: nobody sees it
  }
}
