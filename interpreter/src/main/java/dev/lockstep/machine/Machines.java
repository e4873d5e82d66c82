package dev.lockstep.machine;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/// Machines made from machines: the grain of a trace is chosen here, not in a language.
public final class Machines {
  private Machines() {}

  /// The same machine with whole configurations as deltas: a step says all there is afterwards.
  public static <C, D> Machine<C, C> snapshots(Machine<C, D> machine) {
    return new Snapshots<>(machine);
  }

  /// Steps of `machine` in strides: each goes on until `boundary` holds of a delta and the
  /// configuration after it, for at most `most` steps, or to the end of the run. A budget's steps
  /// are strides.
  public static <C, D> Machine<C, List<D>> coarsen(
      Machine<C, D> machine, BiPredicate<D, C> boundary, int most) {
    return new Coarse<>(machine, boundary, most);
  }

  /// Strides of `count` steps each, the last one shorter.
  public static <C, D> Machine<C, List<D>> strides(Machine<C, D> machine, int count) {
    return coarsen(machine, (_, _) -> false, count);
  }

  /// A machine that asks `network` first and is always right: where `truth` says something else,
  /// that happens, and `corrections` hears of it. What it hears are counterexamples to learn from.
  ///
  /// @param network such as a trained network behind `next`; of the same configurations as `truth`
  public static <C, D> Machine<C, D> guarded(
      Machine<C, D> network, Machine<C, D> truth, Consumer<Correction<C, D>> corrections) {
    return new Guarded<>(network, truth, corrections);
  }

  /// A step that a network got wrong.
  ///
  /// @param expected what the program does there
  /// @param proposed what the network said
  public record Correction<C, D>(C configuration, Next<D> expected, Next<D> proposed) {}
}
