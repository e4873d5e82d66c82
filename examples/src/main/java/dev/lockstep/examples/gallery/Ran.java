package dev.lockstep.examples.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.cli.Main;
import dev.lockstep.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One command line, run in this process: its exit code and what it printed.
record Ran(List<String> line, int code, String out, String err) {

  static Ran of(List<String> line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(stream(out), stream(err), false);
    int code = Main.run(terminal, line.toArray(String[]::new));
    return new Ran(line, code, text(out), text(err));
  }

  static Ran of(String... line) {
    return of(List.of(line));
  }

  /// What was printed, where `--json` was asked for.
  JsonNode json() {
    if (out.isBlank()) {
      throw new IllegalStateException(String.join(" ", line) + "\nended with " + code + ": " + err);
    }
    return Example.json(out);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
