package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Traces far larger than the memory of the process that writes them.
class LongTraceTest {
  private static final String LOOP =
      """
      fn main(n: int) -> int {
        var sum = 0
        for i in 0..n {
          sum = (sum + i * i) % 1000003
        }
        return sum
      }
      """;

  /// Every step of the loop reads a text of 8,192 characters.
  private static final String WIDE =
      """
      fn main(n: int) -> int {
        var text = "x"
        for i in 0..13 {
          text = text + text
        }
        var sum = 0
        for i in 0..n {
          sum = sum + len(text)
        }
        return sum
      }
      """;

  @TempDir Path folder;

  private String run(String heap, String... args) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("loop.mu"), LOOP);
    Files.writeString(folder.resolve("wide.mu"), WIDE);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                heap,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void twoMillionStepsInSmallHeap() throws IOException, InterruptedException {
    run("-Xmx48m", "trace", "loop.mu", "-i", "{\"n\": 1000000}", "-o", "run.jsonl");
    assertThat(Files.size(folder.resolve("run.jsonl"))).isGreaterThan(200_000_000);
    Files.delete(folder.resolve("run.jsonl"));
  }

  @Test
  void parquetInSmallHeap() throws IOException, InterruptedException {
    run(
        "-Xmx48m",
        "trace",
        "loop.mu",
        "-i",
        "{\"n\": 150000}",
        "--format",
        "parquet",
        "-o",
        "run.parquet");
    String count =
        run(
            "-Xmx48m",
            "trace",
            "query",
            "SELECT count(*) AS n, max(step) AS last FROM events",
            ".");
    assertThat(count).isEqualTo("n       last\n300004  300004\n");
  }

  /// 311 MB of reads: more than the heap and the database's memory together.
  @Test
  void parquetOfMoreThanTheMemory() throws IOException, InterruptedException {
    List<String> wide = List.of("wide.mu", "-i", "{\"n\": 38000}", "--format", "parquet");
    List<String> trace = new ArrayList<>(List.of("trace", "-o", "run.parquet"));
    trace.addAll(wide);
    run("-Xmx48m", trace.toArray(String[]::new));
    String query =
        "SELECT count(*) AS n, min(step) AS first, max(step) AS last,"
            + " sum(length(reads->>'text')) AS read FROM events WHERE reads->>'sum' IS NOT NULL";
    String count = run("-Xmx48m", "trace", "query", query, ".");
    assertThat(count)
        .isEqualTo(
            """
            n      first  last   read
            38001  33     76033  311296000
            """);
  }
}
