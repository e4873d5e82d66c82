package dev.lockstep.checker;

/// A file that the checker cannot use; the message names it and what is wrong.
final class BadFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadFile(Object file, String message) {
    super(file + ": " + message);
  }
}
