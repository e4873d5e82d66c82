package dev.lockstep.execute;

import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import java.util.List;
import java.util.Optional;

/// A machine that must not be asked for its steps.
record Mute<C, D>(Machine<C, D> machine) implements Machine<C, D> {
  @Override
  public C start(Value input) {
    return machine.start(input);
  }

  @Override
  public Next<D> next(C configuration) {
    throw new AssertionError("the symbolic machine was asked");
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
