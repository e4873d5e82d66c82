package dev.lockstep.examples.demo;

import dev.lockstep.checker.Checker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The independent checker, run as a process of its own.
final class CheckerProcess {
  private CheckerProcess() {}

  /// What it printed, line by line, and whether it confirmed the certificate.
  record Outcome(List<String> lines, boolean confirmed) {}

  static Outcome check(Path model, Path rules, double bound) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Checker.class.getName(),
                model.toString(),
                rules.toString(),
                String.format(Locale.ROOT, "%.6f", bound))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(printed.lines().toList(), process.waitFor() == 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new IOException("interrupted while the checker ran", e);
    }
  }
}
