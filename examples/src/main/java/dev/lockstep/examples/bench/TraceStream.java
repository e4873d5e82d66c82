package dev.lockstep.examples.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A trace of ten million steps written by a process whose heap is far too small to hold it.
///
/// @param say takes the lines to show
record TraceStream(Path folder, Consumer<String> say) {
  private static final String HEAP = "-Xmx200m";
  private static final long STEPS = 10_000_000;
  private static final String LOOP =
      """
      fn main(n: int) -> int {
        var sum = 0
        for i in 0..n { sum = (sum + i * i) % 1000003 }
        return sum
      }
      """;

  /// Throws `IOException` where the process fails, as it does when its heap is full.
  void measure(ObjectNode results) throws IOException {
    Files.writeString(folder.resolve("loop.mu"), LOOP);
    ObjectNode stream = results.putObject("stream").put("steps", STEPS).put("heap", HEAP);
    for (String format : List.of("jsonl", "parquet")) {
      Path file = folder.resolve("run." + format);
      double seconds = trace(format, file);
      double megabytes = Files.size(file) / 1e6;
      Files.delete(file);
      double rate = STEPS / seconds;
      say.accept(
          String.format(
              Locale.ROOT,
              "stream       %,12.0f events/s to %s, %,d steps, %,.0f MB, with %s",
              rate,
              format,
              STEPS,
              megabytes,
              HEAP));
      stream.putObject(format).put("eventsPerSecond", rate).put("megabytes", megabytes);
    }
  }

  /// The CPU seconds of the process, start included.
  private double trace(String format, Path file) throws IOException {
    long turns = (STEPS - 4) / 2; // two steps each; four around them
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            HEAP,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.lockstep.cli.Main",
            "trace",
            "loop.mu",
            "--input",
            "{\"n\": " + turns + "}",
            "--max-steps",
            Long.toString(STEPS),
            "--format",
            format,
            "-o",
            file.toString());
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      Duration spent = Duration.ZERO; // an ended process no longer tells
      while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
        spent = process.info().totalCpuDuration().orElse(spent);
      }
      if (process.exitValue() != 0) {
        throw new IOException("failed: " + Files.readString(said));
      }
      return spent.toMillis() / 1e3;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
