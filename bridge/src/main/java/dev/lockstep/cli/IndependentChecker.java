package dev.lockstep.cli;

import dev.lockstep.checker.Checker;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.verify.RuleTableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The independent checker, run as a process of its own.
final class IndependentChecker {
  private IndependentChecker() {}

  /// What it said.
  ///
  /// @param code 0 confirmed, 1 refuted
  record Answer(int code, String text) {
    boolean confirmed() {
      return code == ExitCode.DONE;
    }
  }

  /// Checks `model` against the rules of `layout`, written down for the occasion.
  static Answer check(Path model, Layout<?, ?> layout, ProgramHash program, double bound)
      throws IOException {
    Path rules = Files.createTempFile("lockstep-", ".rules");
    try {
      RuleTableFile.write(rules, layout, program);
      return check(model, rules, bound);
    } finally {
      Files.deleteIfExists(rules);
    }
  }

  /// Throws `Misuse` where the checker cannot use a file.
  static Answer check(Path model, Path rules, double bound) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Checker.class.getName(),
                model.toString(),
                rules.toString(),
                Double.toString(bound))
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = exitCode(process);
    if (List.of(ExitCode.DONE, ExitCode.CHECK_FAILED).contains(code)) {
      return new Answer(code, text);
    }
    if (code == ExitCode.MISUSE) {
      throw new Misuse("the independent checker: " + text.strip().replaceFirst("^error: ", ""));
    }
    throw new IllegalStateException("the independent checker ended with " + code + ": " + text);
  }

  private static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the independent checker ran", e);
    }
  }
}
