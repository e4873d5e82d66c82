package dev.lockstep.neural.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// Reports as JSON Lines: one object a report, appended, so that a resumed training goes on in the
/// same file.
public final class MetricsFile implements Consumer<Report>, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final BufferedWriter out;

  public MetricsFile(Path file) {
    try {
      this.out =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void accept(Report report) {
    ObjectNode line = JSON.createObjectNode();
    line.put("step", report.step());
    line.put("rate", report.rate());
    line.put("loss", report.loss());
    line.put("accuracy", report.accuracy());
    line.put("examples", report.examples());
    line.put("cpuSeconds", report.cpuSeconds());
    line.put("examplesPerSecond", report.examplesPerSecond());
    report.peakShare().ifPresent(share -> line.put("peakShare", share));
    report.exact().ifPresent(exact -> line.put("exact", exact));
    report.secondsLeft().ifPresent(left -> line.put("secondsLeft", left));
    try {
      out.write(line.toString());
      out.newLine();
      out.flush(); // a line is there as soon as it is true
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
