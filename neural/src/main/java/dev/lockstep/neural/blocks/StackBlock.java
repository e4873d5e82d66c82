package dev.lockstep.neural.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.lockstep.neural.blocks.Scene.Part;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Embeddings, then the layers as often as the depth says. Inputs: the arrays of a `Scene`, and
/// where there is a source its states. Outputs: states (B, T, D) and the ponder cost (one number).
public final class StackBlock extends AbstractBlock {
  private final String name;
  private final Stack stack;
  private final EmbeddingBlock embedding;
  private final Optional<EmbeddingBlock> places;
  private final List<LayerBlock> layers = new ArrayList<>();
  private final Optional<Linear> halt;
  private final UnaryOperator<NDArray> logits;

  /// @param name precedes the names that a probe sees
  /// @param logits says what the states mean, for a depth that waits for a token
  StackBlock(
      String name,
      Stack stack,
      long width,
      boolean attendsToSource,
      UnaryOperator<NDArray> logits) {
    this.name = name;
    this.stack = stack;
    this.logits = logits;
    this.embedding = addChildBlock("token", new EmbeddingBlock(stack.features(), width));
    this.places =
        stack.positions() instanceof Positions.Learned learned
            ? Optional.of(
                addChildBlock("position", new EmbeddingBlock(List.of(learned.longest()), width)))
            : Optional.empty();
    for (int i = 0; i < stack.layers(); i++) {
      String layer = "layer." + i;
      layers.add(addChildBlock(layer, new LayerBlock(name + layer, stack, width, attendsToSource)));
    }
    this.halt =
        stack.depth() instanceof Depth.Adaptive
            ? Optional.of(addChildBlock("halt", Linear.builder().setUnits(1).build()))
            : Optional.empty();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray tokens = Part.TOKENS.in(inputs);
    NDArray start = embedding.forward(store, new NDList(tokens), training).head();
    if (places.isPresent()) {
      NDArray rows = Part.PLACES.in(inputs).expandDims(-1);
      start = start.add(places.get().forward(store, new NDList(rows), training).head());
    }
    NDArray added = Part.ADDED.in(inputs);
    NDArray first = added.size() > 0 ? start.add(added) : start;
    Probe.in(params).see(name + "input", first);
    UnaryOperator<NDArray> once = x -> through(store, x, inputs, training, params);
    NDArray zero = first.getManager().zeros(new Shape(), first.getDataType());
    return switch (stack.depth()) {
      case Depth.Fixed fixed -> {
        NDArray x = once.apply(first);
        for (int i = 1; i < fixed.most(); i++) {
          x = once.apply(fixed.injected() ? x.add(first) : x);
        }
        yield new NDList(x, zero);
      }
      case Depth.Adaptive adaptive ->
          Ponder.run(
              adaptive,
              first,
              once,
              x -> halt.orElseThrow().forward(store, new NDList(x), training).head(),
              Probe.in(params));
      case Depth.HaltToken token -> new NDList(untilToken(token, first, once), zero);
    };
  }

  private NDArray through(
      ParameterStore store,
      NDArray x,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDArray state = x;
    for (LayerBlock layer : layers) {
      NDList all = new NDList(state);
      all.addAll(inputs);
      state = layer.forward(store, all, training, params).head();
    }
    return state;
  }

  private NDArray untilToken(Depth.HaltToken token, NDArray first, UnaryOperator<NDArray> once) {
    NDArray x = once.apply(first);
    for (int i = 1; i < token.most(); i++) {
      NDArray said = logits.apply(x.get(":, 0")).argMax(-1); // (B)
      NDArray going = said.neq(token.halt()).toType(x.getDataType(), false);
      if (going.sum().toType(DataType.FLOAT64, false).getDouble() == 0) {
        break;
      }
      NDArray still = going.reshape(-1, 1, 1);
      NDArray next = once.apply(token.injected() ? x.add(first) : x);
      x = x.add(next.sub(x).mul(still));
    }
    return x;
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape states = embedding.getOutputShapes(inputShapes)[0];
    return new Shape[] {states, new Shape()};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape states = embedding.getOutputShapes(inputShapes)[0];
    embedding.initialize(manager, type, inputShapes[0]);
    places.ifPresent(table -> table.initialize(manager, type, inputShapes[0]));
    for (Block layer : layers) {
      layer.initialize(manager, type, states);
    }
    halt.ifPresent(map -> map.initialize(manager, type, states));
  }
}
