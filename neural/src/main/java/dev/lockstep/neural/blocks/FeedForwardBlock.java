package dev.lockstep.neural.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.lockstep.neural.kernels.Scalars;
import dev.lockstep.neural.transformer.FeedForward;
import java.util.Optional;

/// What `FeedForward` describes: (…, D) to (…, D).
public final class FeedForwardBlock extends AbstractBlock {
  private final FeedForward spec;
  private final Linear in;
  private final Optional<Linear> gate;
  private final Linear out;

  public FeedForwardBlock(FeedForward spec, long width) {
    this.spec = spec;
    this.in = addChildBlock("in", Linear.builder().setUnits(spec.hidden()).build());
    this.gate =
        spec.gated()
            ? Optional.of(
                addChildBlock(
                    "gate", Linear.builder().setUnits(spec.hidden()).optBias(false).build()))
            : Optional.empty();
    this.out = addChildBlock("out", Linear.builder().setUnits(width).build());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray inner = in.forward(store, inputs, training).head(); // (…, hidden)
    NDArray active =
        gate.map(g -> inner.mul(active(g.forward(store, inputs, training).head())))
            .orElseGet(() -> active(inner));
    return out.forward(store, new NDList(active), training);
  }

  private NDArray active(NDArray x) {
    return switch (spec.activation()) {
      case RELU -> Scalars.atLeast(x, 0);
      case GELU ->
          Scalars.times(x.mul(Scalars.over(x, Math.sqrt(2)).erf().add(1)), 0.5); // x · Φ(x)
    };
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0]};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    in.initialize(manager, type, inputShapes[0]);
    gate.ifPresent(g -> g.initialize(manager, type, inputShapes[0]));
    out.initialize(manager, type, in.getOutputShapes(inputShapes)[0]);
  }
}
