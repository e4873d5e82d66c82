package dev.lockstep.cli;

import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Inputs from a file: the one that an option names, or the one beside the program
/// (`NAME.inputs.jsonl`).
final class GivenInputs {
  @Option(
      names = "--inputs",
      paramLabel = "FILE",
      description =
          "Inputs, one JSON value a line (default: the file NAME.inputs.jsonl beside the program if"
              + " there is one, else random inputs).")
  private Path file;

  /// The inputs, all of which the program takes; empty where there is no file. Throws `InputError`,
  /// naming file and line.
  Optional<List<Value>> of(Loaded<?, ?, ?> loaded) {
    if (file != null) {
      return Optional.of(read(file, loaded));
    }
    Path beside = beside(loaded.file());
    return Files.exists(beside) ? Optional.of(read(beside, loaded)) : Optional.empty();
  }

  private static Path beside(Path program) {
    String name = String.valueOf(program.getFileName());
    return program.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".inputs.jsonl");
  }

  private static List<Value> read(Path file, Loaded<?, ?, ?> loaded) {
    List<Value> inputs = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          Value input = ValueJson.parse(line);
          loaded.machine().start(input); // throws where the program does not take it
          inputs.add(input);
        }
      }
    } catch (InputError e) {
      throw new InputError(file + ":" + number + ": " + e.getMessage());
    } catch (IOException _) {
      throw new InputError(file + ": " + unreadable(file));
    }
    if (inputs.isEmpty()) {
      throw new InputError(file + ": no inputs in this file");
    }
    return inputs;
  }

  /// Why a file could not be read as text.
  static String unreadable(Path file) {
    if (Files.isDirectory(file)) {
      return "a folder, expected a file";
    }
    return Files.exists(file) ? "cannot be read as UTF-8 text" : "no such file";
  }
}
