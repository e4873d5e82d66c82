package dev.lockstep.cli;

import dev.lockstep.machine.Budget;
import picocli.CommandLine.Option;

/// How much a run may spend, as options.
final class BudgetOptions {
  @Option(
      names = "--max-steps",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "The most steps to take (default: 10 million).")
  private long steps;

  @Option(
      names = "--max-cells",
      paramLabel = "N",
      defaultValue = "10000000",
      description =
          "The most memory cells in use at once: list slots, variables, tape cells, and one more"
              + " for each 64 bits of an int (default: 10 million).")
  private long cells;

  @Option(
      names = "--max-depth",
      paramLabel = "N",
      defaultValue = "10000",
      description = "The deepest nesting of calls (default: 10,000).")
  private int depth;

  Budget budget() {
    if (steps < 0 || cells < 0 || depth < 0) {
      throw new Misuse("--max-steps, --max-cells and --max-depth: expected numbers from 0");
    }
    return new Budget(steps, cells, depth);
  }
}
