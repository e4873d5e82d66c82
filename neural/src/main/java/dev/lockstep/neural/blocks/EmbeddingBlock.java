package dev.lockstep.neural.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/// The sum of the embeddings of a token's features: int64 (B, T, F) to (B, T, D).
public final class EmbeddingBlock extends AbstractBlock {
  private final List<Parameter> tables = new ArrayList<>();
  private final List<Integer> features;
  private final long width;

  /// A table of `features[f]` rows for feature `f`.
  public EmbeddingBlock(List<Integer> features, long width) {
    this.features = List.copyOf(features);
    this.width = width;
    for (int f = 0; f < features.size(); f++) {
      tables.add(
          addParameter(
              Parameter.builder().setName("embedding" + f).setType(Parameter.Type.WEIGHT).build()));
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray ids = inputs.head();
    NDArray sum = feature(store, ids, 0, training);
    for (int f = 1; f < tables.size(); f++) {
      sum = sum.add(feature(store, ids, f, training));
    }
    return new NDList(sum);
  }

  private NDArray feature(ParameterStore store, NDArray ids, int f, boolean training) {
    NDArray table = store.getValue(tables.get(f), ids.getDevice(), training);
    return Embedding.embedding(ids.get("..., " + f), table, SparseFormat.DENSE).head();
  }

  @Override
  protected void prepare(Shape[] inputShapes) {
    for (int f = 0; f < features.size(); f++) {
      tables.get(f).setShape(new Shape(features.get(f), width));
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    long[] ids = inputShapes[0].getShape();
    return new Shape[] {new Shape(ids[0], ids[1], width)};
  }
}
