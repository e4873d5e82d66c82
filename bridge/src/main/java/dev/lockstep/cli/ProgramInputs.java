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
import java.util.SplittableRandom;
import picocli.CommandLine.Option;

/// Many inputs for a program, as options: from a file, from the file beside the program
/// (`NAME.inputs.jsonl`), or drawn by the language.
final class ProgramInputs {
  @Option(
      names = "--inputs",
      paramLabel = "FILE",
      description =
          "Inputs, one JSON value a line (default: the file NAME.inputs.jsonl beside the program if"
              + " there is one, else random inputs).")
  private Path file;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "20",
      description = "Random inputs to draw (default: ${DEFAULT-VALUE}).")
  private int trials;

  @Option(
      names = "--max-size",
      paramLabel = "N",
      defaultValue = "40",
      description = "The largest random input: symbols, digits, items (default: ${DEFAULT-VALUE}).")
  private int largest;

  @Option(
      names = "--inputs-seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What random inputs are drawn from (default: ${DEFAULT-VALUE}).")
  private long seed;

  /// The inputs, all of which the program takes. Throws `InputError`, naming file and line, where
  /// one is not.
  List<Value> of(Loaded<?, ?, ?> loaded) {
    if (file != null) {
      return read(file, loaded);
    }
    Path beside = beside(loaded.file());
    return Files.exists(beside) ? read(beside, loaded) : drawn(loaded);
  }

  static Path beside(Path program) {
    String name = String.valueOf(program.getFileName());
    int dot = name.lastIndexOf('.');
    return program.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".inputs.jsonl");
  }

  private static List<Value> read(Path file, Loaded<?, ?, ?> loaded) {
    List<Value> inputs = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          Value input = ValueJson.parse(line);
          loaded.machine().start(input);
          inputs.add(input);
        }
      }
    } catch (InputError e) {
      throw new InputError(file + ":" + number + ": " + e.getMessage());
    } catch (IOException _) {
      throw new InputError(
          file + ": " + (Files.exists(file) ? "cannot be read as UTF-8 text" : "no such file"));
    }
    if (inputs.isEmpty()) {
      throw new InputError(file + ": no inputs in this file");
    }
    return inputs;
  }

  /// Sizes grow from 1 to the largest, so that failures come with the shortest input.
  private <P> List<Value> drawn(Loaded<P, ?, ?> loaded) {
    if (trials < 1 || largest < 1) {
      throw new Misuse("--trials and --max-size: expected numbers from 1");
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Value> inputs = new ArrayList<>();
    for (int i = 1; i <= trials; i++) {
      int size = Math.max(1, Math.toIntExact((long) largest * i / trials));
      inputs.add(loaded.language().input(loaded.program(), random, size));
    }
    return inputs;
  }
}
