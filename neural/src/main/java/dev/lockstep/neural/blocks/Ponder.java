package dev.lockstep.neural.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.lockstep.neural.transformer.Depth;
import java.util.function.UnaryOperator;

/// Adaptive computation time (Graves 2016): each position weights the states of the times by its
/// halting probabilities; where their sum would reach 1, the last one gets what remains.
final class Ponder {
  private Ponder() {}

  /// Goes through the layers until all positions have halted.
  ///
  /// @param first the stack's input (B, T, D)
  /// @param once one time through the layers
  /// @param halt the halting logit of each position (B, T, 1)
  /// @return the weighted state (B, T, D) and the mean over positions of times plus remainder
  static NDList run(
      Depth.Adaptive depth,
      NDArray first,
      UnaryOperator<NDArray> once,
      UnaryOperator<NDArray> halt,
      Probe probe) {
    NDArray x = first;
    NDArray still = first.get("..., 0:1").onesLike(); // (B, T, 1): 1 while not halted
    NDArray total = still.zerosLike();
    NDArray out = first.zerosLike();
    NDArray ponder = total;
    for (int i = 0; i < depth.most(); i++) {
      NDArray next = once.apply(i > 0 && depth.injected() ? x.add(first) : x);
      x = x.add(next.sub(x).mul(still)); // halted positions stand still
      NDArray probability = halt.apply(x).getNDArrayInternal().sigmoid();
      NDArray enough = total.add(probability).gt(Depth.Adaptive.ENOUGH);
      NDArray ending =
          i == depth.most() - 1 ? still : still.mul(enough.toType(still.getDataType(), false));
      NDArray going = still.sub(ending);
      NDArray remainder = total.neg().add(1).mul(ending);
      NDArray weight = probability.mul(going).add(remainder);
      probe.see("ponder.weight", weight);
      out = out.add(x.mul(weight));
      ponder = ponder.add(still).add(remainder);
      total = total.add(weight);
      still = going;
    }
    return new NDList(out, ponder.mean());
  }
}
