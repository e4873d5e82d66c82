package dev.lockstep.launcher;

import dev.lockstep.cli.Main;
import dev.lockstep.cli.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The runs from which the launcher's class caches are made, unseen. The JVM sets up every class of
/// a cache when it starts, needed or not, so that commands that are over at once have a small one.
final class Rehearsal {
  private Rehearsal() {}

  /// Rehearses with the programs in the folder `args[1]`: for `args[0]` = `start` the help and one
  /// short run, for `work` the light commands on everything there.
  public static void main(String[] args) throws IOException {
    Terminal unseen = new Terminal(nowhere(), nowhere(), false);
    Path programs = Path.of(args[1]);
    Main.run(unseen, "--help");
    Path gcd = programs.resolve("mu/gcd.mu");
    Main.run(unseen, "run", gcd.toString(), "--input", "{\"a\": 12, \"b\": 18}");
    if (args[0].equals("work")) {
      work(unseen, programs);
    }
    Main.main(new String[] {"--help"}); // the process with its end
  }

  private static void work(Terminal unseen, Path programs) throws IOException {
    Main.run(unseen, "run", "--help");
    Main.run(unseen, "--unknown");
    try (Stream<Path> all = Files.walk(programs)) {
      List<Path> some = all.filter(it -> it.toString().matches(".*\\.(tm|mu)")).toList();
      for (Path program : some) {
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
