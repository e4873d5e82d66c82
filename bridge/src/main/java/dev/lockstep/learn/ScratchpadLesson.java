package dev.lockstep.learn;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.notation.Dictation;
import dev.lockstep.notation.Notation;
import dev.lockstep.notation.Spelt;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What a scratchpad executor is to learn: the runs of a program on seeded inputs. Some teach,
/// others of the same kind are only measured on.
final class ScratchpadLesson<C, D> {
  private static final int HELD = 64;

  private final Spelt<C, D> spelt;
  private final ScratchpadPlan plan;
  private final List<C> taught = new ArrayList<>();
  private final List<C> held = new ArrayList<>();

  ScratchpadLesson(Spelt<C, D> spelt, ScratchpadPlan plan) {
    this.spelt = spelt;
    this.plan = plan;
    SplittableRandom random = new SplittableRandom(plan.seed());
    for (int i = 0; i < plan.inputs(); i++) {
      taught.add(start(random.split(), i));
    }
    for (int i = 0; i < HELD; i++) {
      held.add(start(random.split(), i));
    }
  }

  Machine<C, D> machine() {
    return spelt.machine();
  }

  Notation<C, D> notation() {
    return spelt.notation();
  }

  List<C> taught() {
    return taught;
  }

  List<C> held() {
    return held;
  }

  /// Fresh start number `index`, drawn from nothing but the seed and the number.
  C fresh(int index) {
    return start(new SplittableRandom(plan.seed() * 0x9E3779B97F4A7C15L + index + 1), index);
  }

  Budget budget() {
    return Budget.ofSteps(plan.traceSteps());
  }

  Dictation<C, D> dictate(C start) {
    return new Dictation<>(spelt.machine(), spelt.notation(), start, budget());
  }

  /// Of every size in turn, large ones twice as often. Inputs that the program runs long on give
  /// way to smaller ones: lessons of whole runs, whatever a size means to the program.
  private C start(SplittableRandom random, int index) {
    int size = index % 2 == 0 ? index / 2 % (plan.size() + 1) : plan.size() - index / 2 % 2;
    C start = draw(random, Math.max(0, size));
    while (size > 0 && runsLong(start)) {
      size /= 2;
      start = draw(random, size);
    }
    return start;
  }

  /// A size that has no input gives way to the next larger one.
  private C draw(SplittableRandom random, int size) {
    for (int tried = size; ; tried++) {
      try {
        return spelt.machine().start(spelt.inputs().draw(random, tried));
      } catch (InputError e) {
        if (tried >= plan.size()) {
          throw e;
        }
      }
    }
  }

  private boolean runsLong(C start) {
    Length<C, D> length = new Length<>();
    new Interpreter<>(spelt.machine()).run(start, budget(), length);
    return length.spent;
  }

  /// Sees whether a run spends its budget.
  private static final class Length<C, D> implements RunSink<C, D> {
    private boolean spent;

    @Override
    public boolean step(D delta, Note note, C after) {
      return true;
    }

    @Override
    public void end(Ending ending, C last) {
      spent = ending instanceof Ending.BudgetSpent;
    }
  }
}
