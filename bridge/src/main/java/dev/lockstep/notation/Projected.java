package dev.lockstep.notation;

import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import java.util.List;
import java.util.Optional;

/// A machine whose steps are what a notation says of them: the truth that executors of the notation
/// are compared with.
public record Projected<C, D>(Machine<C, D> machine, Notation<C, D> notation)
    implements Machine<C, D> {

  @Override
  public C start(Value input) {
    return machine.start(input);
  }

  @Override
  public Next<D> next(C configuration) {
    return notation.project(configuration, machine.next(configuration));
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
