package dev.lockstep.verify;

import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;

/// What happens at one point of a run, as verification compares it: a step or the run's end. Notes
/// are left out, since nobody has to predict them.
public sealed interface Happening<D> {
  record Did<D>(D delta) implements Happening<D> {}

  record Ended<D>(Ending ending) implements Happening<D> {}

  /// Whether both sides say the same; faults are the same where message and place agree.
  default boolean agrees(Happening<D> other) {
    if (this instanceof Ended<D>(Ending.Failed(Fault mine))
        && other instanceof Ended<D>(Ending.Failed(Fault theirs))) {
      return mine.message().equals(theirs.message()) && mine.span().equals(theirs.span());
    }
    return equals(other);
  }

  /// One phrase, such as `Write[…]` or `halted`.
  default String describe() {
    return switch (this) {
      case Did<D>(D delta) -> delta.toString();
      case Ended<D>(Ending ending) -> ending.describe();
    };
  }
}
