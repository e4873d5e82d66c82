package dev.lockstep.cli;

import dev.lockstep.machine.Grain;
import dev.lockstep.trace.Selection;
import picocli.CommandLine.Option;

/// Which events of a run to write, as options.
final class SelectionOptions {
  @Option(
      names = "--grain",
      paramLabel = "GRAIN",
      defaultValue = "expression",
      description =
          "call: calls and returns; statement: these and what statements do; expression:"
              + " everything, parts of expressions that call functions too (default).")
  private Grain grain;

  @Option(
      names = "--every",
      paramLabel = "N",
      defaultValue = "1",
      description = "Write every N-th of these events only.")
  private long every;

  @Option(
      names = "--from",
      paramLabel = "STEP",
      defaultValue = "1",
      description = "Write from this step on.")
  private long from;

  @Option(names = "--to", paramLabel = "STEP", description = "Write up to this step.")
  private long to = Long.MAX_VALUE;

  /// Throws `Misuse` where it selects nothing.
  Selection selection() {
    if (every < 1 || from < 1 || to < from) {
      throw new Misuse("--every, --from and --to: expected numbers from 1, --to not below --from");
    }
    return new Selection(grain, every, from, to);
  }
}
