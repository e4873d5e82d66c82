package dev.lockstep.cli;

/// What the process says to the shell.
public final class ExitCode {
  /// Done, and every check held.
  public static final int DONE = 0;

  /// A check did not hold: diagnostics, a divergence, a failed certificate, a failed or spent run.
  public static final int CHECK_FAILED = 1;

  /// Misuse or unreadable input.
  public static final int MISUSE = 2;

  /// Ctrl-C, as shells count it.
  public static final int INTERRUPTED = 130;

  /// Our own bug.
  public static final int BUG = 70;

  private ExitCode() {}
}
