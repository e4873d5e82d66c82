package dev.lockstep.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A sink that keeps the whole run.
public final class TraceRecorder<C, D> implements RunSink<C, D> {
  private Optional<C> start = Optional.empty();
  private final List<D> deltas = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private Optional<Trace<C, D>> whole = Optional.empty();

  @Override
  public void start(C configuration) {
    start = Optional.of(configuration);
  }

  @Override
  public boolean step(D delta, Note note, C after) {
    deltas.add(delta);
    notes.add(note);
    return true;
  }

  @Override
  public void end(Ending ending, C last) {
    whole = Optional.of(new Trace<>(start.orElseThrow(), deltas, notes, ending, last));
  }

  /// The recorded run. Throws `IllegalStateException` before its end.
  public Trace<C, D> trace() {
    return whole.orElseThrow(() -> new IllegalStateException("the run has not ended"));
  }
}
