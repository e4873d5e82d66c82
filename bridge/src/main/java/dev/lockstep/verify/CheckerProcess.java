package dev.lockstep.verify;

import dev.lockstep.checker.Checker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// What the independent checker, run as a process of its own, says of a model.
///
/// @param exit 0: confirmed; 1: refuted; 2: a file cannot be used
/// @param text what it printed
public record CheckerProcess(int exit, String text) {

  /// Runs the checker on a model directory and the rule table (`RuleTableFile`) of its program.
  ///
  /// @param bound what every margin must exceed, at least 0.5
  public static CheckerProcess run(Path model, Path rules, double bound) {
    return run(List.of(model.toString(), rules.toString(), Double.toString(bound)));
  }

  /// As `run`, whatever program the rules are of.
  public static CheckerProcess runOnAnyProgram(Path model, Path rules, double bound) {
    return run(
        List.of(model.toString(), rules.toString(), Double.toString(bound), Checker.ANY_PROGRAM));
  }

  private static CheckerProcess run(List<String> arguments) {
    ProcessBuilder builder =
        JavaProcess.of(
            Checker.class,
            List.of("-XX:+UseSerialGC", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"),
            arguments);
    try {
      Process process = builder.redirectErrorStream(true).start();
      byte[] printed = process.getInputStream().readAllBytes();
      return new CheckerProcess(process.waitFor(), new String(printed, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the checker ran", e);
    }
  }

  public boolean confirmed() {
    return exit == 0;
  }
}
