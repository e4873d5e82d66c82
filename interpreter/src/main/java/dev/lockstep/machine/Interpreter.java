package dev.lockstep.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The reference executor: `next`, `apply`, repeat. Given a neural machine it is the looped
/// executor.
public record Interpreter<C, D>(Machine<C, D> machine) implements Executor<C, D> {

  @Override
  public void run(C start, Budget budget, RunSink<C, D> sink) {
    Run<C, D> run = new Run<>(machine, start, budget, sink);
    while (run.going) {
      run.take(machine.next(run.now));
    }
  }

  /// Takes the runs in lockstep, asking the machine for the next step of all of them at once.
  @Override
  public void runAll(List<C> starts, Budget budget, List<? extends RunSink<C, D>> sinks) {
    List<Run<C, D>> going = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      going.add(new Run<>(machine, starts.get(i), budget, sinks.get(i)));
    }
    going.removeIf(run -> !run.going);
    while (!going.isEmpty()) {
      List<Next<D>> nexts = machine.nextAll(going.stream().map(run -> run.now).toList());
      for (int i = 0; i < nexts.size(); i++) {
        going.get(i).take(nexts.get(i));
      }
      going.removeIf(run -> !run.going);
    }
  }

  private static final class Run<C, D> {
    private final Machine<C, D> machine;
    private final Budget budget;
    private final RunSink<C, D> sink;
    private C now;
    private long steps;
    private boolean going = true;

    Run(Machine<C, D> machine, C start, Budget budget, RunSink<C, D> sink) {
      this.machine = machine;
      this.budget = budget;
      this.sink = sink;
      this.now = start;
      sink.start(start);
      budget.exceeded(machine, now).ifPresent(limit -> end(new Ending.BudgetSpent(limit)));
    }

    void take(Next<D> next) {
      switch (next) {
        case Next.Halt<D>() -> end(new Ending.Halted());
        case Next.Fail<D>(Fault fault) -> end(new Ending.Failed(fault));
        case Next.Garbled<D>(String why) -> end(new Ending.Garbled(why));
        case Next.Do<D>(D delta, Note note) -> step(delta, note);
      }
    }

    private void step(D delta, Note note) {
      if (steps == budget.steps()) {
        end(new Ending.BudgetSpent(Budget.Limit.STEPS));
        return;
      }
      now = machine.apply(now, delta);
      steps++;
      if (!sink.step(delta, note, now)) {
        going = false;
        return;
      }
      Optional<Budget.Limit> exceeded = budget.exceeded(machine, now);
      exceeded.ifPresent(limit -> end(new Ending.BudgetSpent(limit)));
    }

    private void end(Ending ending) {
      going = false;
      sink.end(ending, now);
    }
  }
}
