package dev.lockstep.interactive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Lines of a script, echoed behind their prompts, so that what comes out reads like a session.
public final class PipedLines implements Lines {
  private final BufferedReader in;
  private final PrintStream out;

  public PipedLines(InputStream in, PrintStream out) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
  }

  @Override
  public Optional<String> read(String prompt) {
    try {
      Optional<String> line = Optional.ofNullable(in.readLine());
      line.ifPresent(it -> out.println(prompt + it));
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // the stream is its owner's
  }
}
