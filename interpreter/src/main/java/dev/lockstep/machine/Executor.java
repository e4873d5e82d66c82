package dev.lockstep.machine;

import java.util.List;

/// Anything that turns starts into runs: the interpreter, a looped network, a scratchpad network,
/// an external process.
@FunctionalInterface
public interface Executor<C, D> {
  /// Runs `start` within `budget` into `sink`.
  void run(C start, Budget budget, RunSink<C, D> sink);

  /// Runs many starts, each into the sink at its index; executors that can, run them side by side.
  default void runAll(List<C> starts, Budget budget, List<? extends RunSink<C, D>> sinks) {
    for (int i = 0; i < starts.size(); i++) {
      run(starts.get(i), budget, sinks.get(i));
    }
  }

  /// The run as a value, for runs that fit in memory.
  default Trace<C, D> trace(C start, Budget budget) {
    TraceRecorder<C, D> recorder = new TraceRecorder<>();
    run(start, budget, recorder);
    return recorder.trace();
  }
}
