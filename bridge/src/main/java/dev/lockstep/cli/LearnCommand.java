package dev.lockstep.cli;

import dev.lockstep.model.ModelDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep learn`: a network trained to execute a program.
@Command(
    name = "learn",
    description = {
      "Trains a network to execute a program, from the interpreter's traces.",
      "Ctrl-C leaves a checkpoint (MODEL.checkpoint), from which --resume goes on."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep learn increment.tm -o increment.model",
      "  lockstep learn increment.tm --steps 3000 --seed 7 -o increment.model",
      "  lockstep learn increment.tm --resume -o increment.model"
    })
final class LearnCommand implements LockstepCommand {
  @Parameters(paramLabel = "FILE", description = "The program.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL",
      required = true,
      description = "The model's directory.")
  private Path output;

  @Option(
      names = "--executor",
      paramLabel = "KIND",
      description =
          "looped: one step for every cell, again and again; scratchpad: the trace written token by"
              + " token (default: looped where the program's configurations are rows of cells).")
  private ExecutorKind executor;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "The seed.")
  private long seed;

  @Option(names = "--steps", paramLabel = "N", description = "The most optimizer steps.")
  private Integer steps;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "About how long to train, such as 90s or 2m: chooses the number of steps.")
  private String budget;

  @Option(names = "--resume", description = "Go on from the checkpoint of an earlier training.")
  private boolean resume;

  @Option(names = "--json", description = "Print one JSON object instead.")
  private boolean json;

  @Mixin private GivenInputs inputs;

  /// The executors that can be learned.
  enum ExecutorKind {
    LOOPED,
    SCRATCHPAD
  }

  /// What is to be learned, and how, as the user asked for it.
  ///
  /// @param seconds the time to train for, where the user gave one
  record Wish(
      Path output, long seed, OptionalLong steps, Optional<Duration> seconds, boolean resume) {
    /// Where an interrupted training stands.
    Path checkpoint() {
      return output.resolveSibling(output.getFileName() + ".checkpoint");
    }
  }

  @Override
  public int run(Terminal terminal) throws IOException {
    Loaded<?, ?, ?> loaded = Loaded.open(file);
    Wish wish = wish();
    ModelDirectory.requireFree(output);
    if (resume && !Files.isDirectory(wish.checkpoint())) {
      throw new Misuse("--resume: no checkpoint: " + wish.checkpoint());
    }
    return run(loaded, wish, terminal);
  }

  private <P, C, D> int run(Loaded<P, C, D> loaded, Wish wish, Terminal terminal) {
    boolean hasLayout = loaded.language().layout(loaded.program()).isPresent();
    ExecutorKind kind =
        Optional.ofNullable(executor)
            .orElse(hasLayout ? ExecutorKind.LOOPED : ExecutorKind.SCRATCHPAD);
    return switch (kind) {
      case LOOPED -> {
        if (!hasLayout) {
          throw new Misuse(
              "--executor looped: the configurations of "
                  + loaded.source().name()
                  + " are not rows of cells",
              "Leave the option out, or say --executor scratchpad.");
        }
        yield new LoopedLearning<>(loaded, wish, inputs.of(loaded), terminal, json).run();
      }
      case SCRATCHPAD -> throw new Misuse("--executor scratchpad: not there yet");
    };
  }

  private Wish wish() {
    if (budget != null && steps != null) {
      throw new Misuse("--budget and --steps: give one of the two");
    }
    if (steps != null && steps < 1) {
      throw new Misuse("--steps: expected a number from 1");
    }
    return new Wish(
        output,
        seed,
        steps == null ? OptionalLong.empty() : OptionalLong.of(steps),
        Optional.ofNullable(budget).map(LearnCommand::duration),
        resume);
  }

  private static Duration duration(String text) {
    try {
      Duration duration = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
      if (duration.compareTo(Duration.ofSeconds(1)) >= 0) {
        return duration;
      }
    } catch (DateTimeParseException _) {
      // reported below, as a time that is too short is
    }
    throw new Misuse(
        "--budget: expected a time of a second or more, such as 90s or 2m, found `" + text + "`");
  }
}
