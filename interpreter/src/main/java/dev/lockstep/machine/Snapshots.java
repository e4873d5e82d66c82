package dev.lockstep.machine;

import java.util.Optional;

/// A machine whose deltas are whole configurations.
record Snapshots<C, D>(Machine<C, D> machine) implements Machine<C, C> {
  @Override
  public C start(Value input) {
    return machine.start(input);
  }

  @Override
  public Next<C> next(C configuration) {
    return switch (machine.next(configuration)) {
      case Next.Do<D>(D delta, Note note) ->
          new Next.Do<>(machine.apply(configuration, delta), note);
      case Next.Halt<D>() -> new Next.Halt<>();
      case Next.Fail<D>(Fault fault) -> new Next.Fail<>(fault);
      case Next.Garbled<D>(String why) -> new Next.Garbled<>(why);
    };
  }

  @Override
  public C apply(C configuration, C after) {
    return after;
  }

  @Override
  public Optional<Value> output(C configuration) {
    return machine.output(configuration);
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
