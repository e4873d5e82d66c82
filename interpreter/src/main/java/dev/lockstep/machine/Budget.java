package dev.lockstep.machine;

import java.util.Optional;

/// How much a run may spend.
///
/// @param steps steps of the reference machine
/// @param cells abstract memory cells in use at once (`Machine.cells`)
/// @param depth call frames in use at once
public record Budget(long steps, long cells, int depth) {
  public static final Budget DEFAULT = new Budget(10_000_000, 10_000_000, 10_000);

  public Budget {
    if (steps < 0 || cells < 0 || depth < 0) {
      throw new IllegalArgumentException("a budget cannot be negative");
    }
  }

  public static Budget ofSteps(long steps) {
    return new Budget(steps, DEFAULT.cells, DEFAULT.depth);
  }

  /// The limit that a configuration exceeds, if any; the step limit is not its business, and counts
  /// only where a run would go on.
  public <C, D> Optional<Limit> exceeded(Machine<C, D> machine, C configuration) {
    if (machine.depth(configuration) > depth) {
      return Optional.of(Limit.DEPTH);
    }
    return machine.cells(configuration) > cells ? Optional.of(Limit.CELLS) : Optional.empty();
  }

  /// Which limit was spent.
  public enum Limit {
    STEPS("steps", "--max-steps"),
    CELLS("memory cells", "--max-cells"),
    DEPTH("call depth", "--max-depth");

    private final String noun;
    private final String option;

    Limit(String noun, String option) {
      this.noun = noun;
      this.option = option;
    }

    public String noun() {
      return noun;
    }

    /// The command-line option that raises this limit.
    public String option() {
      return option;
    }
  }
}
