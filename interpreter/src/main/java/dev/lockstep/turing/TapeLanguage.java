package dev.lockstep.turing;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A language whose programs are Turing machines in another notation, step for step, so that they
/// are laid out, learned and certified as these are.
///
/// @param <P> program
public abstract class TapeLanguage<P> implements Language<P, TuringConfiguration, Act> {
  private final TuringLanguage turing = new TuringLanguage();

  /// The machine that `program` is.
  protected abstract TuringProgram machine(P program);

  /// What a run that halted answers.
  protected abstract Value answer(TuringConfiguration last);

  @Override
  public final Machine<TuringConfiguration, Act> load(P program) {
    return new Answering<>(new TuringMachine(machine(program)), this);
  }

  @Override
  public final DeltaJson<Act> deltaJson() {
    return turing.deltaJson();
  }

  @Override
  public Value input(P program, RandomGenerator random, int size) {
    return turing.input(machine(program), random, size);
  }

  @Override
  public final Optional<Layout<TuringConfiguration, Act>> layout(P program) {
    return turing.layout(machine(program));
  }

  @Override
  public final Optional<Diagnostic> uncertifiable(P program) {
    return turing.uncertifiable(machine(program));
  }

  /// A Turing machine that answers in its own way.
  private record Answering<P>(TuringMachine machine, TapeLanguage<P> language)
      implements Machine<TuringConfiguration, Act> {
    @Override
    public TuringConfiguration start(Value input) {
      return machine.start(input);
    }

    @Override
    public Next<Act> next(TuringConfiguration configuration) {
      return machine.next(configuration);
    }

    @Override
    public TuringConfiguration apply(TuringConfiguration configuration, Act act) {
      return machine.apply(configuration, act);
    }

    @Override
    public Optional<Value> output(TuringConfiguration configuration) {
      return machine.output(configuration).map(_ -> language.answer(configuration));
    }

    @Override
    public long cells(TuringConfiguration configuration) {
      return machine.cells(configuration);
    }
  }
}
