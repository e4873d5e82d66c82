package dev.lockstep.neural.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.util.List;
import java.util.Optional;

/// A whole transformer in plain DJL operations: the definition that the kernels are tested against,
/// what runs where the engine is not PyTorch, and what can be looked into.
///
/// Inputs: the arrays of each stack's dense `Scene`. Outputs: logits (B, T, classes) and the ponder
/// cost.
public final class TransformerBlock extends AbstractBlock {
  private static final int PARTS = Scene.Part.values().length;

  private final Optional<StackBlock> source;
  private final StackBlock last;
  private final Optional<NormBlock> norm;
  private final Linear head;
  private final ParameterStore still; // for logits asked for on the way

  public TransformerBlock(TransformerSpec spec, NDManager manager) {
    long width = spec.width();
    this.still = new ParameterStore(manager, false);
    this.source =
        spec.source()
            .map(
                stack ->
                    addChildBlock(
                        "source", new StackBlock("source.", stack, width, false, x -> x)));
    Stack stack = spec.last();
    this.last =
        addChildBlock(
            "stack", new StackBlock("", stack, width, source.isPresent(), this::logitsOnTheWay));
    this.norm =
        stack.norm().placed() == Norm.Placed.PRE
            ? Optional.of(addChildBlock("head.norm", new NormBlock(stack.norm().kind())))
            : Optional.empty();
    this.head = addChildBlock("head", Linear.builder().setUnits(spec.classes()).build());
  }

  /// Binds the parameters, in the order of the spec, to arrays, which keep their names.
  public TransformerBlock over(NDList arrays) {
    List<Parameter> parameters = getParameters().values();
    if (parameters.size() != arrays.size()) {
      throw new IllegalArgumentException(
          "expected %d arrays, found %d".formatted(parameters.size(), arrays.size()));
    }
    for (int i = 0; i < arrays.size(); i++) {
      String own = arrays.get(i).getName();
      parameters.get(i).setArray(arrays.get(i));
      arrays.get(i).setName(own);
    }
    return this;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDList own = inputs;
    if (source.isPresent()) {
      NDList read = source.get().forward(store, inputs.subNDList(0, PARTS), training, params);
      own = new NDList(inputs.subNDList(PARTS));
      own.add(read.head());
    }
    NDList states = last.forward(store, own, training, params);
    return new NDList(logits(store, states.head(), training), states.get(1));
  }

  private NDArray logits(ParameterStore store, NDArray x, boolean training) {
    NDArray normed =
        norm.map(block -> block.forward(store, new NDList(x), training).head()).orElse(x);
    return head.forward(store, new NDList(normed), training).head();
  }

  private NDArray logitsOnTheWay(NDArray x) {
    return logits(still, x, false);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape[] states = last.getOutputShapes(inputShapes);
    return new Shape[] {head.getOutputShapes(new Shape[] {states[0]})[0], states[1]};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    source.ifPresent(block -> block.initialize(manager, type, inputShapes));
    last.initialize(manager, type, inputShapes);
    Shape states = last.getOutputShapes(inputShapes)[0];
    norm.ifPresent(block -> block.initialize(manager, type, states));
    head.initialize(manager, type, states);
  }
}
