package dev.lockstep.verify;

import dev.lockstep.machine.Ending;

/// What the comparison of a claimed run with the true one came to.
public sealed interface Verdict<C, D> {
  /// Steps that agreed.
  long steps();

  /// Every step and the ending agree.
  record Exact<C, D>(long steps, Ending ending, C last) implements Verdict<C, D> {}

  /// The first `steps` steps agree, and what follows in `before` does not.
  ///
  /// @param before the configuration in which the two sides part
  record Diverged<C, D>(long steps, C before, Happening<D> expected, Happening<D> claimed)
      implements Verdict<C, D> {
    /// The number of the first wrong step, counted from 1.
    public long step() {
      return steps + 1;
    }
  }

  default boolean exact() {
    return this instanceof Exact;
  }

  /// One line: `exact: 163 steps, halted`, or `diverged at step 8: expected …, claimed …`.
  default String describe() {
    return switch (this) {
      case Exact<C, D>(long steps, Ending ending, _) ->
          "exact: " + steps + (steps == 1 ? " step, " : " steps, ") + ending.describe();
      case Diverged<C, D> parted ->
          "diverged at step "
              + parted.step()
              + ": expected "
              + parted.expected().describe()
              + ", claimed "
              + parted.claimed().describe();
    };
  }
}
