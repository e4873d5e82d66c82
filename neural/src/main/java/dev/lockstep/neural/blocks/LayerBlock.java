package dev.lockstep.neural.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.lockstep.neural.blocks.Scene.Part;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Stack;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One layer: self-attention, attention to a source where there is one, feed-forward, each with its
/// norm and its residual. Inputs: x (B, T, D), the arrays of a `Scene`, and where there is a source
/// its states (B, S, D). Output: (B, T, D).
public final class LayerBlock extends AbstractBlock {
  private final String name;
  private final boolean normFirst;
  private final NormBlock attentionNorm;
  private final AttentionBlock attention;
  private final Optional<NormBlock> crossNorm;
  private final Optional<AttentionBlock> cross;
  private final NormBlock feedForwardNorm;
  private final FeedForwardBlock feedForward;

  /// @param name precedes the names that a probe sees
  public LayerBlock(String name, Stack stack, long width, boolean attendsToSource) {
    this.name = name;
    this.normFirst = stack.norm().placed() == Norm.Placed.PRE;
    int heads = stack.attention().heads();
    int distances =
        stack.positions() instanceof Positions.ClippedBias clipped ? 2 * clipped.radius() + 1 : 0;
    this.attentionNorm = addChildBlock("attention.norm", new NormBlock(stack.norm().kind()));
    this.attention =
        addChildBlock(
            "attention",
            new AttentionBlock(
                name + ".attention", heads, stack.attention().choice(), width, distances));
    this.crossNorm =
        attendsToSource
            ? Optional.of(addChildBlock("cross.norm", new NormBlock(stack.norm().kind())))
            : Optional.empty();
    this.cross =
        attendsToSource
            ? Optional.of(
                addChildBlock(
                    "cross",
                    new AttentionBlock(name + ".cross", heads, Attention.Choice.SOFTMAX, width, 0)))
            : Optional.empty();
    this.feedForwardNorm = addChildBlock("feedforward.norm", new NormBlock(stack.norm().kind()));
    this.feedForward =
        addChildBlock("feedforward", new FeedForwardBlock(stack.feedForward(), width));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    Probe probe = Probe.in(params);
    NDList scene = inputs.subNDList(1);
    NDArray none = part(scene, Part.TEMPER).getManager().create(new Shape(0));
    NDArray x = inputs.head();
    x =
        residual(
            store,
            attentionNorm,
            x,
            training,
            n ->
                attention
                    .forward(
                        store,
                        new NDList(
                            n,
                            n,
                            part(scene, Part.MASK),
                            part(scene, Part.DISTANCES),
                            part(scene, Part.TEMPER),
                            part(scene, Part.HEARING),
                            part(scene, Part.COSINES),
                            part(scene, Part.SINES)),
                        training,
                        params)
                    .head());
    probe.see(name + ".after.attention", x);
    if (cross.isPresent()) {
      NDArray source = inputs.get(inputs.size() - 1);
      NDArray mask = part(scene, Part.SOURCE_MASK);
      x =
          residual(
              store,
              crossNorm.orElseThrow(),
              x,
              training,
              n ->
                  cross
                      .get()
                      .forward(
                          store,
                          new NDList(n, source, mask, none, none, none, none, none),
                          training,
                          params)
                      .head());
      probe.see(name + ".after.cross", x);
    }
    x =
        residual(
            store,
            feedForwardNorm,
            x,
            training,
            n -> feedForward.forward(store, new NDList(n), training, params).head());
    probe.see(name + ".after.feedforward", x);
    return new NDList(x);
  }

  private NDArray residual(
      ParameterStore store,
      NormBlock norm,
      NDArray x,
      boolean training,
      UnaryOperator<NDArray> block) {
    return normFirst
        ? x.add(block.apply(norm.forward(store, new NDList(x), training).head()))
        : norm.forward(store, new NDList(x.add(block.apply(x))), training).head();
  }

  private static NDArray part(NDList scene, Part part) {
    return part.in(scene);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0]};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    getChildren().values().forEach(child -> child.initialize(manager, type, inputShapes[0]));
  }
}
