package dev.lockstep.examples.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// How long processes take from start to exit: `lockstep run` of a small file beside `--help` and a
/// JVM that does nothing. They take turns, so that other work on the machine meets all alike.
///
/// @param say takes the lines to show
record StartSpeed(Path folder, Optional<Path> launcher, Consumer<String> say) {
  private static final int ROUNDS = 21;

  void measure(ObjectNode results) throws IOException {
    Path small = folder.resolve("small.mu");
    Files.writeString(small, "fn main(n: int) -> int {\n  return n * n\n}\n");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> lockstep =
        launcher
            .map(it -> List.of(it.toString()))
            .orElse(
                List.of(
                    java,
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.lockstep.cli.Main"));
    compile(
        Files.writeString(
            folder.resolve("Empty.java"),
            "class Empty { public static void main(String[] a) {} }"));
    List<Double> medians =
        medians(
            List.of(
                List.of(java, "-XX:+UseSerialGC", "-cp", folder.toString(), "Empty"),
                with(lockstep, "--help"),
                with(lockstep, "run", small.toString(), "--input", "{\"n\": 5}")));
    double nothing = medians.get(0);
    double help = medians.get(1);
    double run = medians.get(2);
    say.accept(
        String.format(
            Locale.ROOT,
            "start        run %.3f s: %.2f times --help (%.3f s), %.1f times an empty JVM (%.3f s)",
            run,
            run / help,
            help,
            run / nothing,
            nothing));
    results
        .putObject("start")
        .put("rounds", ROUNDS)
        .put("run", run)
        .put("help", help)
        .put("emptyJvm", nothing)
        .put("launcher", launcher.isPresent());
  }

  private static List<String> with(List<String> command, String... arguments) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(arguments));
    return whole;
  }

  private static void compile(Path file) throws IOException {
    int code =
        javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, file.toString());
    if (code != 0) {
      throw new IOException("cannot compile " + file);
    }
  }

  /// The median seconds of each command, in turns; a first round does not count.
  private static List<Double> medians(List<List<String>> commands) throws IOException {
    List<List<Double>> seconds =
        commands.stream().<List<Double>>map(_ -> new ArrayList<>()).toList();
    for (int round = 0; round <= ROUNDS; round++) {
      for (int i = 0; i < commands.size(); i++) {
        double taken = seconds(commands.get(i));
        if (round > 0) {
          seconds.get(i).add(taken);
        }
      }
    }
    return seconds.stream().map(it -> it.stream().sorted().toList().get(ROUNDS / 2)).toList();
  }

  private static double seconds(List<String> command) throws IOException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("failed: " + String.join(" ", command));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
