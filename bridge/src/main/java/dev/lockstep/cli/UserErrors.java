package dev.lockstep.cli;

import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.UnreadableSource;
import dev.lockstep.machine.InputError;
import dev.lockstep.model.WrongProgram;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.trace.UnreadableTrace;
import dev.lockstep.verify.TooManyWindows;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/// Which exceptions are the user's: shown as a message, without a stack trace. All others are ours.
final class UserErrors {
  private UserErrors() {}

  /// What to tell the user, if `thrown` is the user's error.
  static Optional<String> message(Throwable thrown) {
    return switch (thrown) {
      case SourceErrors errors -> Optional.of(errors.getMessage());
      case UnreadableSource unreadable -> located(unreadable);
      case UnreadableTrace unreadable -> located(unreadable);
      case InputError wrong -> located(wrong);
      case Misuse misuse -> located(misuse);
      case ModelFileError damaged -> located(damaged);
      case TooManyWindows large -> located(large);
      case WrongProgram wrong ->
          Optional.of(
              "lockstep: error: "
                  + wrong.getMessage()
                  + "\n  hint: Go on all the same with --any-program.");
      case UncheckedIOException refused -> message(refused.getCause());
      case IOException refused -> Optional.of("lockstep: error: " + words(refused));
      default -> Optional.empty();
    };
  }

  private static Optional<String> located(Exception e) {
    return Optional.of("lockstep: error: " + e.getMessage());
  }

  /// Why the disk refused, naming the file.
  static String words(IOException refused) {
    return switch (refused) {
      case NoSuchFileException e -> e.getFile() + ": no such file or folder";
      case AccessDeniedException e -> e.getFile() + ": permission denied";
      case FileAlreadyExistsException e -> e.getFile() + ": already there";
      default -> Optional.ofNullable(refused.getMessage()).orElse(refused.toString());
    };
  }

  /// Prints what is to be said about `thrown`, and gives the exit code.
  static int report(Throwable thrown, PrintStream err) {
    if (thrown instanceof Interruption.Interrupted) {
      return ExitCode.INTERRUPTED; // it has been said
    }
    Optional<String> message = message(thrown);
    if (message.isPresent()) {
      err.println(message.get());
      return ExitCode.MISUSE;
    }
    if (thrown instanceof OutOfMemoryError) {
      err.println("lockstep: error: out of memory");
      err.println("  hint: Give Java more of it, as in `LOCKSTEP_JAVA_OPTIONS=-Xmx8g lockstep …`.");
      return ExitCode.CHECK_FAILED;
    }
    thrown.printStackTrace(err);
    err.println("lockstep: internal error, please report it with the trace above");
    return ExitCode.BUG;
  }
}
