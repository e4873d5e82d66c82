package dev.lockstep.neural.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.lockstep.neural.transformer.Norm;
import java.util.Optional;

/// A norm over the last axis, or the identity: (…, D) to (…, D).
public final class NormBlock extends AbstractBlock {
  private static final double EPSILON = 1e-5;

  private final Norm.Kind kind;
  private final Optional<Parameter> weight;
  private final Optional<Parameter> bias;

  public NormBlock(Norm.Kind kind) {
    this.kind = kind;
    this.weight =
        kind == Norm.Kind.NONE
            ? Optional.empty()
            : Optional.of(addParameter(number("weight", Parameter.Type.GAMMA)));
    this.bias =
        kind == Norm.Kind.LAYER
            ? Optional.of(addParameter(number("bias", Parameter.Type.BETA)))
            : Optional.empty();
  }

  private static Parameter number(String name, Parameter.Type type) {
    return Parameter.builder().setName(name).setType(type).build();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray x = inputs.head();
    int[] last = {-1};
    NDArray centred =
        switch (kind) {
          case LAYER -> x.sub(x.mean(last, true));
          case RMS, NONE -> x;
        };
    NDArray scaled =
        kind == Norm.Kind.NONE
            ? x
            : centred.div(centred.mul(centred).mean(last, true).add(EPSILON).sqrt());
    NDArray weighted =
        weight.map(w -> scaled.mul(store.getValue(w, x.getDevice(), training))).orElse(scaled);
    return new NDList(
        bias.map(b -> weighted.add(store.getValue(b, x.getDevice(), training))).orElse(weighted));
  }

  @Override
  protected void prepare(Shape[] inputShapes) {
    Shape shape = new Shape(inputShapes[0].tail());
    weight.ifPresent(w -> w.setShape(shape));
    bias.ifPresent(b -> b.setShape(shape));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0]};
  }
}
