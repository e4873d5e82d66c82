package dev.lockstep.machine;

/// Where the steps of a run go, without the configurations between them.
@FunctionalInterface
public interface StepSink<D> {
  /// One step; `false` stops the run.
  boolean step(D delta, Note note);
}
