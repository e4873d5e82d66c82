package dev.lockstep.cli;

import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import picocli.CommandLine.Option;

/// A program's one input, as an option.
final class InputOption {
  @Option(
      names = {"-i", "--input"},
      paramLabel = "JSON",
      description = "The input as JSON, or @FILE to read it from a file.")
  private String given;

  boolean isGiven() {
    return given != null;
  }

  /// The input and the configuration that the program starts in with it.
  record Start<C>(Value input, C configuration) {}

  /// Throws `InputError` where the input is no JSON or not what the program takes, and `Misuse`
  /// where there is none and the program needs one.
  <P, C, D> Start<C> start(Loaded<P, C, D> loaded) {
    if (given != null) {
      Value input = parse(given);
      return start(loaded, input, "--input: ");
    }
    Value none = new Value.Fields(new LinkedHashMap<>());
    try {
      return new Start<>(none, loaded.machine().start(none));
    } catch (InputError e) {
      throw new Misuse(
          loaded.source().name() + ": the program needs an input: " + e.getMessage(),
          "Give it one with --input, as in `--input '" + example(loaded) + "'`.");
    }
  }

  static <P, C, D> Start<C> start(Loaded<P, C, D> loaded, Value input, String from) {
    try {
      return new Start<>(input, loaded.machine().start(input));
    } catch (InputError e) {
      throw new InputError(from + e.getMessage());
    }
  }

  private static Value parse(String given) {
    String from = given.startsWith("@") ? given.substring(1) : "--input";
    try {
      return ValueJson.parse(given.startsWith("@") ? read(Path.of(from)) : given);
    } catch (InputError e) {
      throw new InputError(from + ": " + e.getMessage());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException _) {
      throw new InputError(GivenInputs.unreadable(file));
    }
  }

  private static <P, C, D> String example(Loaded<P, C, D> loaded) {
    try {
      Value input = loaded.language().input(loaded.program(), new SplittableRandom(1), 4);
      return ValueJson.print(input);
    } catch (InputError _) {
      return "…";
    }
  }
}
