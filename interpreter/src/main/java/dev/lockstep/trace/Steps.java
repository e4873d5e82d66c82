package dev.lockstep.trace;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;

/// A run whose every step can be asked for again: by a machine, or from a trace file.
public interface Steps<C, D> {
  C start();

  /// What follows on the first `taken` steps, which led to `configuration`.
  Event<D> next(C configuration, long taken);

  C apply(C configuration, D delta);

  /// What follows: one more step, or the end.
  sealed interface Event<D> {
    record Step<D>(D delta, Note note) implements Event<D> {}

    record End<D>(Ending ending) implements Event<D> {}
  }

  /// The run of `machine` from `start` within `budget`.
  static <C, D> Steps<C, D> of(Machine<C, D> machine, C start, Budget budget) {
    return new ByMachine<>(machine, start, budget);
  }

  /// Each step is computed when it is asked for.
  record ByMachine<C, D>(Machine<C, D> machine, C start, Budget budget) implements Steps<C, D> {
    @Override
    public Event<D> next(C configuration, long taken) {
      return budget
          .exceeded(machine, configuration)
          .<Event<D>>map(limit -> new Event.End<>(new Ending.BudgetSpent(limit)))
          .orElseGet(() -> event(machine.next(configuration), taken));
    }

    private Event<D> event(Next<D> next, long taken) {
      return switch (next) {
        case Next.Do<D>(D delta, Note note) ->
            taken < budget.steps()
                ? new Event.Step<>(delta, note)
                : new Event.End<>(new Ending.BudgetSpent(Budget.Limit.STEPS));
        case Next.Halt<D>() -> new Event.End<>(new Ending.Halted());
        case Next.Fail<D>(Fault fault) -> new Event.End<>(new Ending.Failed(fault));
        case Next.Garbled<D>(String why) -> new Event.End<>(new Ending.Garbled(why));
      };
    }

    @Override
    public C apply(C configuration, D delta) {
      return machine.apply(configuration, delta);
    }
  }
}
