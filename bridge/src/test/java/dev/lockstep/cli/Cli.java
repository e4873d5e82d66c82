package dev.lockstep.cli;

import dev.lockstep.grammar.Deep;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The command line run in this process, on a stack like the process has, in a folder of its own:
/// `FOLDER/` in arguments stands for the folder, and is taken out of what comes back.
record Cli(Path folder) {

  /// What one command line came to.
  record Result(int code, String out, String err) {}

  Result run(String... args) {
    return runOn("", args);
  }

  /// The same with `input` as standard input.
  Result runOn(String input, String... args) {
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String prefix = folder + "/";
    String[] full =
        Arrays.stream(args).map(arg -> arg.replace("FOLDER/", prefix)).toArray(String[]::new);
    Terminal terminal = new Terminal(in, stream(out), stream(err), false);
    int code = Deep.call(() -> Main.run(terminal, full));
    return new Result(code, text(out).replace(prefix, ""), text(err).replace(prefix, ""));
  }

  /// A terminal that nobody reads.
  static Terminal unseen() {
    return new Terminal(
        stream(new ByteArrayOutputStream()), stream(new ByteArrayOutputStream()), false);
  }

  /// Writes a file into the folder.
  Cli with(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
