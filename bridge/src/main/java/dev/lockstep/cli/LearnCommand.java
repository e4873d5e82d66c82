package dev.lockstep.cli;

import dev.lockstep.learn.ScratchpadPlan;
import dev.lockstep.model.AtomicDirectory;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.notation.Spelt;
import java.io.IOException;
import java.io.UncheckedIOException;
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
      "  lockstep learn increment.tm --resume -o increment.model",
      "  lockstep learn add.mu --executor scratchpad --budget 2m -o add.model"
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

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "What a scratchpad's next token is said from: inductive (the question's slice and the step"
              + " before) or full (everything so far). Default: inductive.")
  private Mode mode;

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

  /// What a scratchpad sees.
  enum Mode {
    INDUCTIVE,
    FULL
  }

  /// What is to be learned, and how, as the user asked for it.
  ///
  /// @param time to train for, where the user gave one
  record Wish(
      Path output,
      long seed,
      OptionalLong steps,
      Optional<Duration> time,
      boolean resume,
      boolean json) {
    /// Where an interrupted training stands.
    Path checkpoint() {
      return output.resolveSibling(output.getFileName() + ".checkpoint");
    }

    /// Throws `UncheckedIOException` where the disk refuses.
    void forgetCheckpoint() {
      try {
        AtomicDirectory.delete(checkpoint());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public int run(Terminal terminal) throws IOException {
    Loaded<?, ?, ?> loaded = Loaded.open(file);
    Wish wish = wish();
    ModelDirectory.requireFree(output);
    requireWritable();
    if (resume && !Files.isDirectory(wish.checkpoint())) {
      throw new Misuse("--resume: no checkpoint: " + wish.checkpoint());
    }
    return learning(loaded, wish, terminal).run(terminal);
  }

  private void requireWritable() {
    try {
      AtomicDirectory.requireWritable(output);
    } catch (UncheckedIOException e) {
      throw new Misuse("-o " + output + ": cannot be written: " + UserErrors.words(e.getCause()));
    }
  }

  private <P, C, D> Learning learning(Loaded<P, C, D> loaded, Wish wish, Terminal terminal) {
    boolean hasLayout = loaded.language().layout(loaded.program()).isPresent();
    ExecutorKind standard =
        hasLayout && mode == null ? ExecutorKind.LOOPED : ExecutorKind.SCRATCHPAD;
    return switch (Optional.ofNullable(executor).orElse(standard)) {
      case LOOPED -> {
        if (!hasLayout) {
          throw new Misuse(
              "--executor looped: the configurations of "
                  + loaded.source().name()
                  + " are not rows of cells",
              "Leave the option out, or say --executor scratchpad.");
        }
        if (mode != null) {
          throw new Misuse("--mode: a looped executor has none");
        }
        yield new LoopedLearning<>(loaded, wish, inputs.of(loaded), terminal);
      }
      case SCRATCHPAD -> {
        ScratchpadPlan plan = mode == Mode.FULL ? ScratchpadPlan.FULL : ScratchpadPlan.DEFAULT;
        yield new ScratchpadLearning<>(loaded, spelt(loaded), wish, plan, terminal);
      }
    };
  }

  private <C, D> Spelt<C, D> spelt(Loaded<?, C, D> loaded) {
    Spelt<C, D> spelt = loaded.spelt();
    return inputs
        .of(loaded)
        .map(given -> spelt.withInputs((random, _) -> given.get(random.nextInt(given.size()))))
        .orElse(spelt);
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
        resume,
        json);
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
