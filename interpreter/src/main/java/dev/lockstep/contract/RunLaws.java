package dev.lockstep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.contract.Sampled.Ran;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Machines;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// What holds for a run: taken in another way, it is the same run.
///
/// @param machine the run's, loaded anew
/// @param steps the most of the run
record RunLaws<C, D>(Ran<C, D> ran, Machine<C, D> machine, int steps) {

  void coarserGrainsAgree() {
    Trace<C, D> whole = ran.trace();
    Budget budget = Budget.ofSteps(steps);
    List<C> passed = whole.configurations(machine);
    assertEquals(
        passed.subList(1, passed.size()),
        new Interpreter<>(Machines.snapshots(machine)).trace(whole.start(), budget).deltas(),
        "snapshots");
    Trace<C, List<D>> strides =
        new Interpreter<>(Machines.strides(machine, 3)).trace(whole.start(), budget);
    List<D> flat = strides.deltas().stream().flatMap(List::stream).toList();
    int both = Math.min(flat.size(), whole.steps());
    assertEquals(whole.deltas().subList(0, both), flat.subList(0, both), "strides of 3");
    assertTrue(flat.size() >= whole.steps(), "strides of 3 end early");
  }

  void guardedAgrees() {
    Machine<C, D> wrong = new Answering<>(machine, _ -> new Next.Garbled<>("wrong"));
    List<Machines.Correction<C, D>> corrections = new ArrayList<>();
    Trace<C, D> guarded =
        new Interpreter<>(Machines.guarded(wrong, machine, corrections::add))
            .trace(ran.trace().start(), Budget.ofSteps(steps));
    assertEquals(ran.trace().deltas(), guarded.deltas(), "guarded");
    assertEquals(ran.trace().ending(), guarded.ending(), "guarded");
    assertTrue(corrections.size() >= ran.trace().steps(), "every step was wrong");
  }

  void resumedAgrees() {
    List<C> all = ran.trace().configurations(machine);
    int at = new SplittableRandom(ran.trace().steps()).nextInt(all.size());
    Trace<C, D> rest = new Interpreter<>(machine).trace(all.get(at), Budget.ofSteps(steps - at));
    List<D> left = ran.trace().deltas().subList(at, ran.trace().steps());
    assertEquals(left, rest.deltas(), "resumed after " + at + " steps");
    assertEquals(ran.trace().ending(), rest.ending(), "resumed after " + at + " steps");
  }

  void sideBySideAgree() {
    C start = ran.machine().start(ran.input());
    List<TraceRecorder<C, D>> sinks = List.of(new TraceRecorder<>(), new TraceRecorder<>());
    new Interpreter<>(ran.machine()).runAll(List.of(start, start), Budget.ofSteps(steps), sinks);
    sinks.forEach(sink -> assertEquals(ran.trace(), sink.trace(), "side by side"));
  }

  void budgetsEnd() {
    Trace<C, D> whole = ran.trace();
    int half = whole.steps() / 2;
    Trace<C, D> cut = new Interpreter<>(ran.machine()).trace(whole.start(), Budget.ofSteps(half));
    assertEquals(whole.deltas().subList(0, half), cut.deltas(), half + " steps");
    if (half < whole.steps()) {
      assertEquals(new Ending.BudgetSpent(Budget.Limit.STEPS), cut.ending());
    }
    long most = 0;
    for (C configuration : whole.configurations(ran.machine())) {
      long cells = ran.machine().cells(configuration);
      assertTrue(cells >= 0, "a configuration of " + cells + " cells");
      assertTrue(ran.machine().depth(configuration) >= 1, "a depth below 1");
      most = Math.max(most, cells);
    }
    if (most > 0) {
      Budget tight = new Budget(steps, most - 1, Budget.DEFAULT.depth());
      assertEquals(
          new Ending.BudgetSpent(Budget.Limit.CELLS),
          new Interpreter<>(ran.machine()).trace(whole.start(), tight).ending(),
          "a budget of one cell less than the run takes");
    }
  }

  void runnerAgrees(Runner<D> runner) {
    long half = ran.trace().steps() / 2;
    long cells = ran.machine().cells(ran.trace().last());
    Stream.of(
            Budget.ofSteps(steps),
            Budget.ofSteps(half),
            new Budget(steps, Math.max(0, cells - 1), 10),
            new Budget(steps, Budget.DEFAULT.cells(), 0))
        .forEach(budget -> runnerAgrees(runner, budget));
  }

  private void runnerAgrees(Runner<D> runner, Budget budget) {
    Runner<D> reference = Runner.reference(ran.machine());
    List<String> lines = new ArrayList<>();
    List<String> printed = new ArrayList<>();
    assertEquals(
        reference.run(ran.input(), budget, lines::add),
        runner.run(ran.input(), budget, printed::add),
        "a run by the runner within " + budget);
    assertEquals(lines, printed, "lines printed by the runner");
    List<Object> told = new ArrayList<>();
    List<Object> taken = new ArrayList<>();
    assertEquals(
        reference.trace(ran.input(), budget, (delta, note) -> told.add(List.of(delta, note))),
        runner.trace(ran.input(), budget, (delta, note) -> taken.add(List.of(delta, note))),
        "a trace by the runner within " + budget);
    assertEquals(told, taken, "steps traced by the runner");
  }
}
