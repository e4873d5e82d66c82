package dev.lockstep.trace;

/// A file that is no trace, or a damaged one: `file:line: what was expected and what was found`.
/// The user's error, shown without a stack trace.
public final class UnreadableTrace extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableTrace(String message) {
    super(message);
  }
}
