package dev.lockstep.machine;

/// An input that a program cannot be started on. The user's error: what was expected, what was
/// found, shown without a stack trace.
public final class InputError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputError(String message) {
    super(message);
  }
}
