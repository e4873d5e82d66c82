package dev.lockstep.machine;

import dev.lockstep.grammar.Span;
import java.util.Optional;
import java.util.function.Predicate;

/// The interpreter as a runner.
record ReferenceRunner<C, D>(Machine<C, D> machine) implements Runner<D> {
  @Override
  public Optional<Finish> run(Value input, Budget budget, Predicate<String> printed) {
    return trace(input, budget, (delta, _) -> machine.printed(delta).stream().allMatch(printed));
  }

  @Override
  public Optional<Finish> trace(Value input, Budget budget, StepSink<D> sink) {
    Last last = new Last(sink);
    new Interpreter<>(machine).run(machine.start(input), budget, last);
    return last.finish;
  }

  /// Remembers the last step.
  private final class Last implements RunSink<C, D> {
    private final StepSink<D> sink;
    private long steps;
    private Optional<Span> reached = Optional.empty();
    private Optional<Finish> finish = Optional.empty();

    Last(StepSink<D> sink) {
      this.sink = sink;
    }

    @Override
    public boolean step(D delta, Note note, C after) {
      steps++;
      reached = note.span();
      return sink.step(delta, note);
    }

    @Override
    public void end(Ending ending, C configuration) {
      finish = Optional.of(new Finish(ending, steps, reached, machine.output(configuration)));
    }
  }
}
