package dev.lockstep.neural.kernels;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The causal decoder in plain DJL operations: what `sequence.py` computes.
///
/// Shapes: B sequences, T positions, F ids of a token, G ids of a query, D width, H heads.
///
/// @param parameters by the names of the spec
public record PlainSequence(Map<String, NDArray> parameters, int heads, int layers, boolean gelu) {

  public PlainSequence {
    parameters = Map.copyOf(parameters);
  }

  /// The logits at every position.
  ///
  /// @param tokens (B, T, F)
  /// @param queries (B, T, G)
  /// @param added what positions add to the input: broadcasts to (T, D)
  /// @param bias what positions add to the scores: broadcasts to (H, T, T)
  /// @param turn what positions do to queries and keys (B, H, T, K)
  /// @return logits (B, T, classes)
  public NDArray logits(
      NDArray tokens, NDArray queries, NDArray added, NDArray bias, UnaryOperator<NDArray> turn) {
    Blocks blocks = new Blocks(parameters, heads, gelu);
    int time = (int) tokens.getShape().get(1);
    NDArray visible = Blocks.causal(tokens.getManager(), time);
    NDArray x =
        blocks
            .embed("token.embedding.", tokens)
            .add(blocks.embed("query.embedding.", queries))
            .add(added); // (B, T, D)
    for (int i = 0; i < layers; i++) {
      String layer = "layer." + i + ".";
      NDArray n = blocks.norm(layer + "attention.norm", x);
      x = x.add(blocks.attention(layer, n, n, visible, bias, turn));
      x = x.add(blocks.feedForward(layer, x));
    }
    return blocks.linear("head", blocks.norm("head.norm", x));
  }
}
