package dev.lockstep.verify;

import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import java.util.Optional;

/// A sink that keeps the first thing that happens and stops the run there.
final class FirstHappening<C, D> implements RunSink<C, D> {
  private Optional<Happening<D>> first = Optional.empty();

  @Override
  public boolean step(D delta, Note note, C after) {
    first = Optional.of(new Happening.Did<>(delta));
    return false;
  }

  @Override
  public void end(Ending ending, C last) {
    first = Optional.of(new Happening.Ended<>(ending));
  }

  Happening<D> happening() {
    return first.orElseThrow();
  }
}
