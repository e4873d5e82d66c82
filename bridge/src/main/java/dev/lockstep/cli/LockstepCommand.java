package dev.lockstep.cli;

import java.io.IOException;

/// One command of the command line, annotated with picocli's `@Command`. Those of other modules are
/// found by `ServiceLoader`.
public interface LockstepCommand {
  /// Does the command's work and gives the exit code (`ExitCode`). Throws `Misuse`, or one of the
  /// other `UserErrors`, where the user asked for what cannot be done.
  int run(Terminal terminal) throws IOException;
}
