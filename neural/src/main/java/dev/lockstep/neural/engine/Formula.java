package dev.lockstep.neural.engine;

import ai.djl.ndarray.NDList;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.blocks.Scene;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.util.Optional;

/// For which transformers `formula.py` has the gradients, and in what portions it computes them.
/// The engine's own differentiation is there for all others.
///
/// @param positions about as many are computed at a time, in whole samples: what the layers keep
///   for the way back then stays close to the core
/// @param queries that are compared with keys at a time
/// @param longest the samples up to which weights of attention are kept; longer ones, and scenes
///   with masks, are left to fused attention
record Formula(int positions, int queries, int longest) {
  /// The fastest of those tried at widths of 64 to 256.
  private static final Formula USUAL = new Formula(1_024, 64, 512);

  /// The formula for a model; nothing where there is none. It calls the CPU's fused attention by
  /// name.
  static Optional<Formula> of(TransformerSpec spec, Hardware hardware) {
    Stack stack = spec.last();
    boolean covered =
        hardware == Hardware.CPU
            && spec.stacks().size() == 1
            && stack.depth() instanceof Depth.Fixed fixed
            && fixed.most() == 1
            && stack.norm().equals(Norm.PRE)
            && !stack.feedForward().gated()
            && stack.attention().choice() == Attention.Choice.SOFTMAX
            && !(stack.positions() instanceof Positions.ClippedBias);
    return covered ? Optional.of(USUAL) : Optional.empty();
  }

  /// Whether every position of a scene is compared with every other, but for masks.
  static boolean covers(NDList scenes) {
    return Scene.Part.NEIGHBOURS.in(scenes).isEmpty() && Scene.Part.BAND.in(scenes).isEmpty();
  }

  /// For samples of this length: how many are computed at a time, and how many queries, 0 for fused
  /// attention.
  long[] portions(long time) {
    return new long[] {Math.max(1, positions / time), time <= longest ? queries : 0};
  }
}
