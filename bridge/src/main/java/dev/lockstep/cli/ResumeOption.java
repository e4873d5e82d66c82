package dev.lockstep.cli;

import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where a run begins, as options: on an input, or where an earlier run spent its budget.
final class ResumeOption {
  @Mixin private InputOption input;

  @Option(
      names = "--resume",
      paramLabel = "TRACE",
      description =
          "Instead of --input: go on where the run of this trace file spent its budget. --max-steps"
              + " counts its steps too.")
  private Path trace;

  /// A program's run that is to be taken.
  record Wish<D>(Value input, Runner<D> runner) {}

  /// The input with the engine to run on it: the fastest of the language, or one that goes on. As
  /// `InputOption.start` throws.
  <P, C, D> Wish<D> wish(Loaded<P, C, D> loaded) {
    if (trace == null) {
      return new Wish<>(input.start(loaded).input(), fastest(loaded));
    }
    if (input.isGiven()) {
      throw new Misuse("--resume: the trace has an input, expected no --input");
    }
    ResumedRunner<C, D> resumed = new ResumedRunner<>(trace, loaded);
    return new Wish<>(resumed.input(), resumed);
  }

  private static <P, C, D> Runner<D> fastest(Loaded<P, C, D> loaded) {
    return loaded
        .language()
        .runner(loaded.program())
        .orElseGet(() -> Runner.reference(loaded.machine()));
  }
}
