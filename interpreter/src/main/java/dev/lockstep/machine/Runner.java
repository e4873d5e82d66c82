package dev.lockstep.machine;

import dev.lockstep.grammar.Span;
import java.util.Optional;
import java.util.function.Predicate;

/// A second engine for one program: mutable inside, and faster than the interpreter, whose meaning
/// it has. On every input and within every budget it prints the same lines, takes the same steps
/// and ends the same way; each implementation is tested to.
///
/// @param <D> delta
public interface Runner<D> {
  /// Runs on `input`, untraced; each line that the program prints goes to `printed` as it comes,
  /// which stops the run by `false`: then there is no finish. Throws `InputError` as
  /// `Machine.start` does.
  Optional<Finish> run(Value input, Budget budget, Predicate<String> printed);

  /// The same run with every step into `sink`; otherwise as `run`.
  Optional<Finish> trace(Value input, Budget budget, StepSink<D> sink);

  /// How a run ended.
  ///
  /// @param steps steps of the reference machine
  /// @param reached where in the program the last step was taken, as its note says
  /// @param output what the program answers, if anything, as `Machine.output` says
  record Finish(Ending ending, long steps, Optional<Span> reached, Optional<Value> output) {}

  /// The interpreter itself as a runner: for languages without another.
  static <C, D> Runner<D> reference(Machine<C, D> machine) {
    return new ReferenceRunner<>(machine);
  }
}
