package dev.lockstep.verify;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.trace.TraceEvent;
import dev.lockstep.trace.TraceOutcome;
import dev.lockstep.trace.TraceReader;
import java.util.List;
import java.util.Optional;

/// Judges trace files, whoever wrote them: the symbolic machine takes every step beside the file
/// and stops where they part. Constant memory.
///
/// @param truth the symbolic machine
/// @param json how the language writes deltas
/// @param source the program's, in which places stand
public record TraceJudge<C, D>(Machine<C, D> truth, DeltaJson<D> json, Source source) {

  /// What came of a file.
  public sealed interface Judgement<C, D> {
    /// Steps that agreed.
    long steps();

    /// On the deltas and the ending, which are what a run is.
    record OnSteps<C, D>(Verdict<C, D> verdict) implements Judgement<C, D> {
      @Override
      public long steps() {
        return verdict.steps();
      }
    }

    /// The deltas agree so far, and something that follows from them is claimed wrongly: printed
    /// lines, or the answer.
    record Objection<C, D>(long steps, String what) implements Judgement<C, D> {}

    default boolean exact() {
      return this instanceof OnSteps<C, D>(Verdict<C, D> verdict) && verdict.exact();
    }

    /// One line.
    default String describe() {
      return switch (this) {
        case OnSteps<C, D>(Verdict<C, D> verdict) -> verdict.describe();
        case Objection<C, D>(_, String what) -> what;
      };
    }
  }

  /// Reads `trace` no further than the first wrong step. Throws `UnreadableTrace` where it is
  /// damaged before, and `InputError` where the machine cannot start on its input.
  public Judgement<C, D> judge(TraceReader trace) {
    C start = truth.start(trace.header().input());
    LockstepSink<C, D> sink = new LockstepSink<>(truth, start, trace.header().budget());
    Optional<TraceEvent<D>> event = trace.next(json);
    while (event.isPresent()) {
      if (!sink.claim(new Happening.Did<>(event.get().delta()))) {
        return new Judgement.OnSteps<>(sink.verdict());
      }
      Optional<String> objection = printed(event.get());
      if (objection.isPresent()) {
        return new Judgement.Objection<>(sink.steps(), objection.get());
      }
      event = trace.next(json);
    }
    sink.claim(new Happening.Ended<>(trace.outcome().ending(source)));
    Verdict<C, D> verdict = sink.verdict();
    return answer(verdict, trace.outcome())
        .<Judgement<C, D>>map(what -> new Judgement.Objection<>(verdict.steps(), what))
        .orElseGet(() -> new Judgement.OnSteps<>(verdict));
  }

  private Optional<String> printed(TraceEvent<D> event) {
    List<String> expected = truth.printed(event.delta());
    return expected.equals(event.printed())
        ? Optional.empty()
        : Optional.of(
            "wrong at step "
                + event.step()
                + ": expected printed lines "
                + expected
                + ", claimed "
                + event.printed());
  }

  private Optional<String> answer(Verdict<C, D> verdict, TraceOutcome outcome) {
    if (!(verdict instanceof Verdict.Exact<C, D>(_, _, C last))
        || !(outcome instanceof TraceOutcome.Halted(Optional<Value> claimed))) {
      return Optional.empty();
    }
    Optional<Value> expected = truth.output(last);
    return expected.equals(claimed)
        ? Optional.empty()
        : Optional.of(
            "wrong at the end: expected the answer "
                + shown(expected)
                + ", claimed "
                + shown(claimed));
  }

  private static String shown(Optional<Value> value) {
    return value.map(ValueJson::print).orElse("nothing");
  }
}
