package dev.lockstep.execute;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.notation.Script;

/// One run in the hands of a `Scribe`: its script, its budget, its sink.
final class WrittenRun<C, D> {
  private final Machine<C, D> host;
  private final Script<C, D> script;
  private final int lane;
  private final Budget budget;
  private final RunSink<C, D> sink;
  private long room;
  private long steps;
  private int tokensOfStep;
  private boolean going = true;

  WrittenRun(
      Machine<C, D> host,
      Script<C, D> script,
      int lane,
      long longest,
      Budget budget,
      RunSink<C, D> sink) {
    this.host = host;
    this.script = script;
    this.lane = lane;
    this.room = longest - script.question().size() - 1;
    this.budget = budget;
    this.sink = sink;
  }

  void begin(C start) {
    sink.start(start);
    checkBudget(start);
    if (going && room <= 0) {
      take(new Next.Garbled<>("the question is longer than the network's memory"));
    }
  }

  boolean going() {
    return going;
  }

  int lane() {
    return lane;
  }

  Script<C, D> script() {
    return script;
  }

  void hear(int token) {
    switch (script.accept(token)) {
      case Script.Heard.More<D>() -> {
        if (++tokensOfStep == Scribe.MOST_TOKENS) {
          take(new Next.Garbled<>("a step of more than " + Scribe.MOST_TOKENS + " tokens"));
        }
      }
      case Script.Heard.Step<D>(Next<D> next) -> take(next);
      case Script.Heard.Answer<D> _ -> end(new Ending.Halted());
      case Script.Heard.Garbled<D>(String why) -> take(new Next.Garbled<>(why));
    }
    if (going && --room <= 0) {
      take(new Next.Garbled<>("the run is longer than the network's memory"));
    }
  }

  void take(Next<D> next) {
    switch (next) {
      case Next.Halt<D>() -> end(new Ending.Halted());
      case Next.Fail<D>(var fault) -> end(new Ending.Failed(fault));
      case Next.Garbled<D>(String why) -> end(new Ending.Garbled(why));
      case Next.Do<D>(D delta, Note note) -> step(delta, note);
    }
  }

  private void step(D delta, Note note) {
    tokensOfStep = 0;
    if (steps == budget.steps()) {
      end(new Ending.BudgetSpent(Budget.Limit.STEPS));
      return;
    }
    steps++;
    C after = script.configuration();
    if (sink.step(delta, note, after)) {
      checkBudget(after);
    } else {
      going = false;
    }
  }

  private void checkBudget(C configuration) {
    if (host.depth(configuration) > budget.depth()) {
      end(new Ending.BudgetSpent(Budget.Limit.DEPTH));
    } else if (host.cells(configuration) > budget.cells()) {
      end(new Ending.BudgetSpent(Budget.Limit.CELLS));
    }
  }

  private void end(Ending ending) {
    going = false;
    sink.end(ending, script.configuration());
  }
}
