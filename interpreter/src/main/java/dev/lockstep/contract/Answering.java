package dev.lockstep.contract;

import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A machine with another answer to what happens next.
record Answering<C, D>(Machine<C, D> machine, Function<C, Next<D>> answer)
    implements Machine<C, D> {

  /// May be asked for everything but the next step: a replay needs `apply` alone.
  static <C, D> Machine<C, D> nothing(Machine<C, D> machine) {
    return new Answering<>(
        machine,
        _ -> {
          throw new AssertionError("a replay asked for the next step");
        });
  }

  @Override
  public C start(Value input) {
    return machine.start(input);
  }

  @Override
  public Next<D> next(C configuration) {
    return answer.apply(configuration);
  }

  @Override
  public C apply(C configuration, D delta) {
    return machine.apply(configuration, delta);
  }

  @Override
  public Optional<Value> output(C configuration) {
    return machine.output(configuration);
  }

  @Override
  public List<String> printed(D delta) {
    return machine.printed(delta);
  }

  @Override
  public long cells(C configuration) {
    return machine.cells(configuration);
  }

  @Override
  public int depth(C configuration) {
    return machine.depth(configuration);
  }
}
