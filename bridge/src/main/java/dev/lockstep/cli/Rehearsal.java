package dev.lockstep.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The run from which the launcher's class cache is made: the light commands once each, unseen.
final class Rehearsal {
  private Rehearsal() {}

  /// Rehearses with the programs in the folder `args[0]`.
  public static void main(String[] args) throws IOException {
    Terminal unseen = new Terminal(nowhere(), nowhere(), false);
    Main.run(unseen, "--help");
    Main.run(unseen, "run", "--help");
    Main.run(unseen, "--unknown");
    try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
      List<Path> programs = all.filter(it -> it.toString().matches(".*\\.(tm|mu)")).toList();
      for (Path program : programs) {
        Main.run(unseen, "check", program.toString());
        Main.run(unseen, "run", program.toString(), "--input", "\"101\"");
        Main.run(unseen, "trace", program.toString(), "--input", "{\"a\": 12, \"b\": 18}");
      }
    }
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}
