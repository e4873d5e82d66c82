package dev.lockstep.cli;

import dev.lockstep.machine.Value;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Many inputs for a program, as options: from a file, or drawn by the language.
final class ProgramInputs {
  @Mixin private GivenInputs given;

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

  /// The inputs, all of which the program takes. Throws `InputError`.
  List<Value> of(Loaded<?, ?, ?> loaded) {
    if (trials < 1 || largest < 1) {
      throw new Misuse("--trials and --max-size: expected numbers from 1");
    }
    return given.of(loaded).orElseGet(() -> drawn(loaded));
  }

  /// Sizes grow from 1 to the largest, so that the first failure comes with a short input.
  private <P> List<Value> drawn(Loaded<P, ?, ?> loaded) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.rangeClosed(1, trials)
        .map(i -> Math.max(1, Math.toIntExact((long) largest * i / trials)))
        .mapToObj(size -> loaded.language().input(loaded.program(), random, size))
        .toList();
  }
}
