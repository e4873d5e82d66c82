package dev.lockstep.verify;

/// A layout with more windows than a certificate enumerates. The user's error.
public final class TooManyWindows extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyWindows(double windows) {
    super(
        "cannot be certified: the program has %.0f local cases, at most %,d are enumerated"
            .formatted(windows, Certifier.MOST_WINDOWS));
  }
}
