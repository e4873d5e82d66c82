package dev.lockstep.turing;

import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;

/// A runner of Turing machines that also gives a run's last configuration.
public sealed interface TuringEngine extends Runner<Act> permits TuringRunner, TapesRunner {

  /// How a run ended, where, and after how many steps.
  record Result(Ending ending, TuringConfiguration last, long steps) {}

  /// The run with its last configuration. Throws `InputError` as the machine does.
  Result result(Value input, Budget budget);

  /// The engine for so many tapes. Throws `IllegalArgumentException` where the checker finds the
  /// program wrong.
  static TuringEngine of(TuringProgram program) {
    return program.tapes() == 1 ? new TuringRunner(program) : new TapesRunner(program);
  }
}
