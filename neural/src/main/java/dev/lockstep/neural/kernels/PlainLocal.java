package dev.lockstep.neural.kernels;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Map;

/// The local model in plain DJL operations: what `local.py` computes, as one reads it in a paper.
///
/// Shapes: B sets, G ids of a query, W slots, F ids of a slot, D width.
///
/// @param parameters by the names of the spec
public record PlainLocal(Map<String, NDArray> parameters, int heads, int layers, boolean gelu) {

  public PlainLocal {
    parameters = Map.copyOf(parameters);
  }

  /// The logits of each set.
  ///
  /// @param queries (B, G)
  /// @param slots (B, W, F); a slot whose first id is negative is hidden
  /// @return logits (B, classes)
  public NDArray logits(NDArray queries, NDArray slots) {
    Blocks blocks = new Blocks(parameters, heads, gelu);
    NDManager manager = queries.getManager();
    NDArray visible = slots.get("..., 0").gte(0).toType(DataType.FLOAT32, false); // (B, W)
    visible = visible.expandDims(1).expandDims(1); // (B, 1, 1, W)
    NDArray bias = manager.create(0f);
    NDArray x = blocks.embed("query.embedding.", queries).expandDims(1); // (B, 1, D)
    NDArray s = blocks.norm("slot.norm", blocks.embed("slot.embedding.", slots.maximum(0)));
    for (int i = 0; i < layers; i++) {
      String layer = "layer." + i + ".";
      NDArray asking = blocks.norm(layer + "attention.norm", x);
      x = x.add(blocks.attention(layer, asking, s, visible, bias, turned -> turned));
      x = x.add(blocks.feedForward(layer, x));
    }
    return blocks.linear("head", blocks.norm("head.norm", x)).squeeze(1);
  }
}
