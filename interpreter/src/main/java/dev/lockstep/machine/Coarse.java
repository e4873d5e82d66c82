package dev.lockstep.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// A machine that takes several steps of another at once.
record Coarse<C, D>(Machine<C, D> machine, BiPredicate<D, C> boundary, int most)
    implements Machine<C, List<D>> {

  Coarse {
    if (most < 1) {
      throw new IllegalArgumentException("a stride has at least one step, not " + most);
    }
  }

  @Override
  public C start(Value input) {
    return machine.start(input);
  }

  /// The end of a run is a step of its own, after the stride that leads to it.
  @Override
  public Next<List<D>> next(C configuration) {
    List<D> taken = new ArrayList<>();
    List<Note.Read> reads = new ArrayList<>();
    List<String> checks = new ArrayList<>();
    Optional<Note> first = Optional.empty();
    C now = configuration;
    while (taken.size() < most) {
      switch (machine.next(now)) {
        case Next.Do<D>(D delta, Note note) -> {
          now = machine.apply(now, delta);
          taken.add(delta);
          reads.addAll(note.reads());
          checks.addAll(note.checks());
          first = first.or(() -> Optional.of(note));
          if (boundary.test(delta, now)) {
            return stride(taken, first, reads, checks);
          }
        }
        case Next.Halt<D>() -> {
          return taken.isEmpty() ? new Next.Halt<>() : stride(taken, first, reads, checks);
        }
        case Next.Fail<D>(Fault fault) -> {
          return taken.isEmpty() ? new Next.Fail<>(fault) : stride(taken, first, reads, checks);
        }
        case Next.Garbled<D>(String why) -> {
          return taken.isEmpty() ? new Next.Garbled<>(why) : stride(taken, first, reads, checks);
        }
      }
    }
    return stride(taken, first, reads, checks);
  }

  private static <D> Next<List<D>> stride(
      List<D> taken, Optional<Note> first, List<Note.Read> reads, List<String> checks) {
    return new Next.Do<>(List.copyOf(taken), new Note(first.flatMap(Note::span), reads, checks));
  }

  @Override
  public C apply(C configuration, List<D> deltas) {
    C now = configuration;
    for (D delta : deltas) {
      now = machine.apply(now, delta);
    }
    return now;
  }

  @Override
  public Optional<Value> output(C configuration) {
    return machine.output(configuration);
  }

  @Override
  public List<String> printed(List<D> deltas) {
    return deltas.stream().flatMap(delta -> machine.printed(delta).stream()).toList();
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
