package dev.lockstep.words;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import java.util.Optional;
import java.util.function.Predicate;

/// The same runs as the machine's on a state that is changed in place.
public final class WordRunner implements Runner<WordDelta> {
  private final Image image;
  private final Processor processor;
  private final int registers;
  private final Sprint sprint;

  /// A tight loop for the plain instructions of a processor: takes steps without sink until one
  /// needs more care, or until `steps` of them or memory of `cells` words is used.
  @FunctionalInterface
  public interface Sprint {
    /// How many steps were taken.
    long run(RunningState state, long steps, long cells);
  }

  public WordRunner(Image image, Processor processor, int registers, Sprint sprint) {
    this.image = image;
    this.processor = processor;
    this.registers = registers;
    this.sprint = sprint;
  }

  public WordRunner(Image image, Processor processor, int registers) {
    this(image, processor, registers, (_, _, _) -> 0);
  }

  @Override
  public Optional<Finish> run(Value input, Budget budget, Predicate<String> printed) {
    return run(input, budget, sprint, (_, _) -> true);
  }

  @Override
  public Optional<Finish> trace(Value input, Budget budget, StepSink<WordDelta> sink) {
    return run(input, budget, (_, _, _) -> 0, sink);
  }

  private Optional<Finish> run(Value input, Budget budget, Sprint fast, StepSink<WordDelta> sink) {
    RunningState state = new RunningState(image, input, registers);
    long steps = 0;
    Optional<Span> reached = Optional.empty();
    if (budget.depth() < 1) {
      return finish(new Ending.BudgetSpent(Budget.Limit.DEPTH), 0, reached, state);
    }
    while (state.cells() <= budget.cells()) {
      long taken =
          fast.run(state, budget.steps() - steps, budget.cells() - state.cellsBesideMemory());
      steps += taken;
      reached = taken > 0 ? processor.span(state.before()) : reached;
      if (state.cells() > budget.cells()) {
        break;
      }
      switch (processor.next(state)) {
        case Next.Do<WordDelta>(WordDelta delta, Note note) -> {
          if (steps == budget.steps()) {
            return finish(new Ending.BudgetSpent(Budget.Limit.STEPS), steps, reached, state);
          }
          state.take(delta);
          steps++;
          reached = note.span();
          if (!sink.step(delta, note)) {
            return Optional.empty();
          }
        }
        case Next.Halt<WordDelta>() -> {
          return finish(new Ending.Halted(), steps, reached, state);
        }
        case Next.Fail<WordDelta>(var fault) -> {
          return finish(new Ending.Failed(fault), steps, reached, state);
        }
        case Next.Garbled<WordDelta>(String why) -> {
          return finish(new Ending.Garbled(why), steps, reached, state);
        }
      }
    }
    return finish(new Ending.BudgetSpent(Budget.Limit.CELLS), steps, reached, state);
  }

  private Optional<Finish> finish(
      Ending ending, long steps, Optional<Span> reached, RunningState state) {
    Optional<Value> output =
        processor.halts(state.position())
            ? Optional.of(Ports.output(state.written(), image))
            : Optional.empty();
    return Optional.of(new Finish(ending, steps, reached, output));
  }
}
