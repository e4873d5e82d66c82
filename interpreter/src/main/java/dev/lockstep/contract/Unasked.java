package dev.lockstep.contract;

import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import java.util.Optional;

/// A machine that may be asked for everything but the next step: a replay needs `apply` alone.
record Unasked<C, D>(Machine<C, D> machine) implements Machine<C, D> {
  @Override
  public C start(Value input) {
    return machine.start(input);
  }

  @Override
  public Next<D> next(C configuration) {
    throw new AssertionError("a replay asked for the next step");
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
  public long cells(C configuration) {
    return machine.cells(configuration);
  }
}
