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
import dev.lockstep.neural.kernels.Scalars;
import dev.lockstep.neural.transformer.Attention;
import java.util.Optional;

/// Multi-head attention (Vaswani et al. 2017) with visibility and positions as arrays.
///
/// Inputs: x (B, T, D), what asks; s (B, S, D), what is asked; then, each without elements where it
/// is not wanted, the mask added to scores (broadcast to (B, H, T, S)), distances int64 (B, T, S),
/// tempers (B, 1, T, 1), hearing (B, T, 1), cosines and sines (B, 1, T, K) as in `Scene`. Output:
/// (B, T, D).
public final class AttentionBlock extends AbstractBlock {
  private final String name;
  private final int heads;
  private final Attention.Choice choice;
  private final Linear query;
  private final Linear key;
  private final Linear value;
  private final Linear out;
  private final Optional<Table> biases;

  /// @param name precedes the names that a probe sees
  /// @param distances the number of learned biases of each head; 0 for none
  public AttentionBlock(
      String name, int heads, Attention.Choice choice, long width, int distances) {
    this.name = name;
    this.heads = heads;
    this.choice = choice;
    this.query = addChildBlock("query", Linear.builder().setUnits(width).build());
    this.key = addChildBlock("key", Linear.builder().setUnits(width).optBias(false).build());
    this.value = addChildBlock("value", Linear.builder().setUnits(width).optBias(false).build());
    this.out = addChildBlock("out", Linear.builder().setUnits(width).build());
    this.biases =
        distances == 0
            ? Optional.empty()
            : Optional.of(addChildBlock("distance", new Table(distances, heads)));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    Probe probe = Probe.in(params);
    NDArray x = inputs.get(0);
    NDList source = new NDList(inputs.get(1));
    NDArray q = split(query.forward(store, new NDList(x), training).head()); // (B, H, T, K)
    NDArray k = split(key.forward(store, source, training).head()); // (B, H, S, K)
    NDArray v = split(value.forward(store, source, training).head()); // (B, H, S, K)
    if (inputs.get(6).size() > 0) {
      q = turned(q, inputs.get(6), inputs.get(7));
      k = turned(k, inputs.get(6), inputs.get(7));
    }
    NDArray scores =
        Scalars.over(q.matMul(k.swapAxes(2, 3)), Math.sqrt((double) q.getShape().get(3)));
    if (inputs.get(4).size() > 0) {
      scores = scores.mul(inputs.get(4));
    }
    if (biases.isPresent()) {
      NDArray table = store.getValue(biases.get().rows, x.getDevice(), training);
      NDArray each = inputs.get(3).oneHot((int) table.getShape().get(0), table.getDataType());
      scores = scores.add(each.matMul(table).transpose(0, 3, 1, 2)); // (B, T, S, H) before
    }
    if (inputs.get(2).size() > 0) {
      scores = scores.add(inputs.get(2)); // (B, H, T, S)
    }
    NDArray weights = weights(scores);
    probe.see(name + ".weights", weights);
    NDArray heard = weights.matMul(v).transpose(0, 2, 1, 3).reshape(x.getShape()); // (B, T, D)
    if (inputs.get(5).size() > 0) {
      heard = heard.mul(inputs.get(5));
    }
    return out.forward(store, new NDList(heard), training);
  }

  private NDArray weights(NDArray scores) {
    return switch (choice) {
      case SOFTMAX -> scores.softmax(-1);
      case LEFTMOST ->
          scores.argMax(-1).oneHot((int) scores.getShape().get(3), scores.getDataType());
      case AVERAGE -> {
        NDArray largest = scores.eq(scores.max(new int[] {-1}, true));
        NDArray ones = largest.toType(scores.getDataType(), false);
        yield ones.div(ones.sum(new int[] {-1}, true));
      }
    };
  }

  /// Column i turns with column i + K / 2.
  private static NDArray turned(NDArray x, NDArray cosines, NDArray sines) {
    long half = x.getShape().get(3) / 2;
    NDArray first = x.get("..., :" + half);
    NDArray second = x.get("..., " + half + ":");
    NDArray crossed = second.neg().getNDArrayInternal().concat(new NDList(first), -1);
    return x.mul(cosines).add(crossed.mul(sines));
  }

  /// (B, ·, D) to (B, H, ·, K).
  private NDArray split(NDArray x) {
    Shape shape = x.getShape();
    return x.reshape(shape.get(0), shape.get(1), heads, shape.get(2) / heads).transpose(0, 2, 1, 3);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0]};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    for (Linear map : new Linear[] {query, key, value, out}) {
      map.initialize(manager, type, inputShapes[0]);
    }
    biases.ifPresent(table -> table.initialize(manager, type));
  }

  /// A table of numbers; it computes nothing.
  private static final class Table extends AbstractBlock {
    private final Parameter rows;
    private final Shape shape;

    Table(int rows, int columns) {
      this.shape = new Shape(rows, columns);
      this.rows =
          addParameter(Parameter.builder().setName("rows").setType(Parameter.Type.WEIGHT).build());
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      return inputs;
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
      rows.setShape(shape);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return inputShapes;
    }
  }
}
