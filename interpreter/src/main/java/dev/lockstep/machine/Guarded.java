package dev.lockstep.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A network that is checked and corrected at each step.
record Guarded<C, D>(
    Machine<C, D> network, Machine<C, D> truth, Consumer<Machines.Correction<C, D>> corrections)
    implements Machine<C, D> {

  @Override
  public C start(Value input) {
    return truth.start(input);
  }

  @Override
  public Next<D> next(C configuration) {
    return checked(configuration, network.next(configuration));
  }

  @Override
  public List<Next<D>> nextAll(List<C> configurations) {
    List<Next<D>> proposed = network.nextAll(configurations);
    List<Next<D>> nexts = new ArrayList<>(proposed.size());
    for (int i = 0; i < proposed.size(); i++) {
      nexts.add(checked(configurations.get(i), proposed.get(i)));
    }
    return nexts;
  }

  private Next<D> checked(C configuration, Next<D> proposed) {
    Next<D> expected = truth.next(configuration);
    if (!same(expected, proposed)) {
      corrections.accept(new Machines.Correction<>(configuration, expected, proposed));
    }
    return expected;
  }

  /// Notes are never compared.
  private static <D> boolean same(Next<D> expected, Next<D> proposed) {
    boolean both = expected instanceof Next.Do<D> && proposed instanceof Next.Do<D>;
    return both ? delta(expected).equals(delta(proposed)) : expected.equals(proposed);
  }

  private static <D> D delta(Next<D> next) {
    return ((Next.Do<D>) next).delta();
  }

  @Override
  public C apply(C configuration, D delta) {
    return truth.apply(configuration, delta);
  }

  @Override
  public Optional<Value> output(C configuration) {
    return truth.output(configuration);
  }

  @Override
  public List<String> printed(D delta) {
    return truth.printed(delta);
  }

  @Override
  public long cells(C configuration) {
    return truth.cells(configuration);
  }

  @Override
  public int depth(C configuration) {
    return truth.depth(configuration);
  }
}
