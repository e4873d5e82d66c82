package dev.lockstep.verify;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import java.util.Optional;

/// A sink that takes the symbolic machine's step for each claimed one and stops the run at the
/// first that differs.
public final class LockstepSink<C, D> implements RunSink<C, D> {
  private final Verifier<C, D> verifier;
  private final Budget budget;
  private C now;
  private long steps;
  private Optional<Verdict<C, D>> verdict = Optional.empty();

  public LockstepSink(Machine<C, D> truth, C start, Budget budget) {
    this.verifier = new Verifier<>(truth);
    this.budget = budget;
    this.now = start;
  }

  @Override
  public boolean step(D delta, Note note, C after) {
    return claim(new Happening.Did<>(delta));
  }

  @Override
  public void end(Ending ending, C last) {
    claim(new Happening.Ended<>(ending));
  }

  /// Compares the next claim; whether the run may go on.
  boolean claim(Happening<D> claimed) {
    Happening<D> expected = verifier.expected(now, steps, budget);
    if (!expected.agrees(claimed)) {
      verdict = Optional.of(new Verdict.Diverged<>(steps, now, expected, claimed));
      return false;
    }
    return switch (expected) {
      case Happening.Did<D>(D delta) -> {
        now = verifier.truth().apply(now, delta);
        steps++;
        yield true;
      }
      case Happening.Ended<D>(Ending ending) -> {
        verdict = Optional.of(new Verdict.Exact<>(steps, ending, now));
        yield false;
      }
    };
  }

  /// Steps that agreed so far.
  public long steps() {
    return steps;
  }

  /// The verdict. Throws `IllegalStateException` while the run goes on.
  public Verdict<C, D> verdict() {
    return verdict.orElseThrow(() -> new IllegalStateException("the run has not ended"));
  }
}
