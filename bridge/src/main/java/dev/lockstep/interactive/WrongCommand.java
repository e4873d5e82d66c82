package dev.lockstep.interactive;

/// A command that there is not, or that cannot be done as it was asked.
final class WrongCommand extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongCommand(String message) {
    super(message);
  }
}
