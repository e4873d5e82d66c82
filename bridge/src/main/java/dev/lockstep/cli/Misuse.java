package dev.lockstep.cli;

/// A command that cannot be done as it was asked: the user's error, shown without a stack trace,
/// exit code 2.
public final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Misuse(String message) {
    super(message);
  }

  /// @param hint what to do about it, a sentence that starts with a verb
  public Misuse(String message, String hint) {
    super(message + "\n  hint: " + hint);
  }
}
