package dev.lockstep.neural.engine;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lockstep.neural.Network;
import dev.lockstep.neural.Optimizer;
import dev.lockstep.neural.blocks.Scene;

/// How a transformer's arithmetic is done.
sealed interface Route permits FusedRoute, HostRoute, PlainRoute {
  /// How explicit its scenes are.
  Scene.Form form();

  /// Logits (B, T, classes) and ponder cost of these scenes.
  NDList logits(NDManager own, NDList scenes);

  /// Takes one optimizer step on a whole batch: loss and accuracy before it.
  double[] learn(NDManager own, Lesson lesson, double rate, Optimizer optimizer);

  /// Adds a part's gradients to `sums`, named `G[]`: its loss and accuracy, by its share.
  double[] gather(NDManager own, Lesson lesson, NDList sums);

  /// Takes one optimizer step down `sums`, which are zero afterwards.
  void apply(NDManager own, double rate, Optimizer optimizer, NDList sums);

  Network network();

  /// What gradients are computed by: `engine`, `formula` or `vectors`. Each rounds in its own way.
  String gradientsBy();

  /// A batch, or a part of one, as arrays.
  ///
  /// @param asked int64 (n): flat positions in (B, T); their classes int64 (n); and their shares of
  ///   the loss (n)
  /// @param ponderCost what each time and position costs
  record Lesson(NDList scenes, NDList asked, double ponderCost) {}
}
