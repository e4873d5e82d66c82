package dev.lockstep.machine;

import java.util.List;
import java.util.Optional;

/// A program made ready to run: a deterministic transition system over immutable values.
///
/// `next` and `apply` together take one step; `apply` alone replays a run. A network put behind
/// `next` is a machine too.
///
/// @param <C> configuration: all there is to know at one instant of a run; equal configurations are
///   equal values
/// @param <D> delta: what one step changes; deltas are compared with `equals`
public interface Machine<C, D> {
  /// The first configuration on `input`. Throws `InputError` where the input cannot be read.
  C start(Value input);

  /// What happens next in `configuration`.
  Next<D> next(C configuration);

  /// `next` of each; a neural machine overrides it with one batched call.
  default List<Next<D>> nextAll(List<C> configurations) {
    return configurations.stream().map(this::next).toList();
  }

  /// The configuration after `delta` happens in `configuration`, computed without the program's
  /// rules. Throws `IllegalArgumentException` where the delta makes no sense there.
  C apply(C configuration, D delta);

  /// What the program answers in its last configuration, if it answers anything.
  Optional<Value> output(C configuration);

  /// The lines printed by this step, in order.
  default List<String> printed(D delta) {
    return List.of();
  }

  /// The configuration as people look at it: its call frames, the running one first; none where
  /// there is nothing to show. May take time in proportion to what it shows.
  default List<Frame> frames(C configuration) {
    return List.of();
  }

  /// How much of a run this step stands for.
  default Grain grain(D delta) {
    return Grain.STATEMENT;
  }

  /// Abstract memory cells in use: list and record slots, live variables, tape cells, and one more
  /// for each 64 bits of an int. In constant time.
  long cells(C configuration);

  /// Call frames in use, 1 for a machine without calls. In constant time.
  default int depth(C configuration) {
    return 1;
  }
}
