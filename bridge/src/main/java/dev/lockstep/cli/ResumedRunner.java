package dev.lockstep.cli;

import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import dev.lockstep.trace.Replay;
import dev.lockstep.trace.TraceEvent;
import dev.lockstep.trace.TraceOutcome;
import dev.lockstep.trace.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/// A run that spent its budget, taken up again from its trace file: the steps of the file, followed
/// by their deltas alone, then those of the interpreter from there on.
///
/// Steps are counted from the start of the run, as if it had never ended.
final class ResumedRunner<C, D> implements Runner<D> {
  private final Path file;
  private final Loaded<?, C, D> loaded;

  ResumedRunner(Path file, Loaded<?, C, D> loaded) {
    this.file = file;
    this.loaded = loaded;
  }

  /// The input that the run began with. Throws `Misuse` where the file is a trace of another
  /// program.
  Value input() {
    try (TraceReader reader = TraceReader.open(file)) {
      GivenTrace.require(file, reader.header(), loaded, false);
      return reader.header().input();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Prints what is printed after the steps of the file.
  @Override
  public Optional<Finish> run(Value input, Budget budget, Predicate<String> printed) {
    return take(
        budget,
        (_, _) -> true,
        (delta, _) -> loaded.machine().printed(delta).stream().allMatch(printed));
  }

  @Override
  public Optional<Finish> trace(Value input, Budget budget, StepSink<D> sink) {
    return take(budget, sink, sink);
  }

  private Optional<Finish> take(Budget budget, StepSink<D> before, StepSink<D> after) {
    try (TraceReader reader = TraceReader.open(file)) {
      Replay<C, D> replay = new Replay<>(reader, loaded.machine(), loaded.language().deltaJson());
      Rest rest = new Rest(after);
      Optional<TraceEvent<D>> event = replay.advance();
      while (event.isPresent()) {
        Note note = note(event.get());
        rest.count(note);
        if (!before.step(event.get().delta(), note)) {
          return Optional.empty();
        }
        event = replay.advance();
      }
      Budget left = left(budget, rest.steps, reader.outcome());
      new Interpreter<>(loaded.machine()).run(replay.configuration(), left, rest);
      return rest.finish;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Note note(TraceEvent<D> event) {
    return new Note(
        event.at().flatMap(at -> at.span(loaded.source())), event.reads(), event.checks());
  }

  private Budget left(Budget budget, long steps, TraceOutcome outcome) {
    if (!(outcome instanceof TraceOutcome.BudgetSpent)) {
      String how = outcome.ending(loaded.source()).describe();
      throw new Misuse("--resume " + file + ": the run " + how + ", so that nothing follows");
    }
    if (budget.steps() < steps) {
      throw new Misuse(
          "--resume " + file + ": the run has taken " + steps + " steps already",
          "Allow more with --max-steps, which counts all steps of the run.");
    }
    return new Budget(budget.steps() - steps, budget.cells(), budget.depth());
  }

  /// Counts steps from the start of the run, and remembers where it was.
  private final class Rest implements RunSink<C, D> {
    private final StepSink<D> sink;
    private long steps;
    private Optional<Span> reached = Optional.empty();
    private Optional<Finish> finish = Optional.empty();

    Rest(StepSink<D> sink) {
      this.sink = sink;
    }

    void count(Note note) {
      steps++;
      reached = note.span();
    }

    @Override
    public boolean step(D delta, Note note, C after) {
      count(note);
      return sink.step(delta, note);
    }

    @Override
    public void end(Ending ending, C last) {
      finish = Optional.of(new Finish(ending, steps, reached, loaded.machine().output(last)));
    }
  }
}
