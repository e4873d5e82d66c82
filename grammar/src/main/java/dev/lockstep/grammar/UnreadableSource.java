package dev.lockstep.grammar;

/// A file that cannot be read as text: missing, a folder, or not UTF-8. The user's error.
public final class UnreadableSource extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableSource(String message) {
    super(message);
  }
}
