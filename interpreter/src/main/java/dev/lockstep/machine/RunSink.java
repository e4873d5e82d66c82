package dev.lockstep.machine;

/// Where a run goes as it happens. The primitive form of a trace: nothing is kept.
public interface RunSink<C, D> {
  default void start(C configuration) {}

  /// One step that led to `after`; `false` stops the run, and then `end` is not called.
  boolean step(D delta, Note note, C after);

  default void end(Ending ending, C last) {}
}
