package dev.lockstep.verify;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/// Lockstep verification: the symbolic machine is stepped beside a claimed run, which is stopped
/// where they part. Constant memory, whatever the length of the run.
///
/// @param truth the symbolic machine
public record Verifier<C, D>(Machine<C, D> truth) {

  /// Runs `executor` from `start` and compares every step and the ending with the machine's.
  public Verdict<C, D> verify(Executor<C, D> executor, C start, Budget budget) {
    LockstepSink<C, D> sink = new LockstepSink<>(truth, start, budget);
    executor.run(start, budget, sink);
    return sink.verdict();
  }

  /// The same for many starts, which executors that can run side by side.
  public List<Verdict<C, D>> verifyAll(Executor<C, D> executor, List<C> starts, Budget budget) {
    List<LockstepSink<C, D>> sinks =
        starts.stream().map(start -> new LockstepSink<>(truth, start, budget)).toList();
    executor.runAll(starts, budget, sinks);
    return sinks.stream().map(LockstepSink::verdict).toList();
  }

  /// Compares a run claimed by anybody, event by event; `deltas` is read no further than the first
  /// wrong one.
  public Verdict<C, D> judge(C start, Iterator<D> deltas, Ending ending, Budget budget) {
    LockstepSink<C, D> sink = new LockstepSink<>(truth, start, budget);
    while (deltas.hasNext()) {
      if (!sink.claim(new Happening.Did<>(deltas.next()))) {
        return sink.verdict();
      }
    }
    sink.claim(new Happening.Ended<>(ending));
    return sink.verdict();
  }

  /// What the symbolic machine does next in `now` after `taken` steps of a run within `budget`.
  Happening<D> expected(C now, long taken, Budget budget) {
    Budget rest = new Budget(budget.steps() - taken, budget.cells(), budget.depth());
    FirstHappening<C, D> first = new FirstHappening<>();
    new Interpreter<>(truth).run(now, rest, first);
    return first.happening();
  }

  /// The verdicts' indices of the runs that diverged.
  public static <C, D> List<Integer> diverged(List<Verdict<C, D>> verdicts) {
    return IntStream.range(0, verdicts.size())
        .filter(i -> !verdicts.get(i).exact())
        .boxed()
        .toList();
  }
}
