package dev.lockstep.neural;

import java.util.List;
import java.util.SequencedMap;

/// The shape of a causal decoder: at every position of a sequence, logits for what is written next.
///
/// The input at a position is the sum of the embeddings of its token's features and of its *query
/// features*, which say what is to be written next (a role, a coordinate), plus what the position
/// scheme adds. Blocks are pre-norm: `x = x + Attention(N(x))`, `x = x + FeedForward(N(x))`; a
/// position attends to itself and to what came before it.
///
/// @param tokenFeatures the number of ids of each feature of a token
/// @param queryFeatures the number of ids of each query feature; may be empty
/// @param classes the number of logits at each position
/// @param width D, a multiple of `heads`; `width / heads` is even for `ROTARY`, `width` is even for
///   `SINUSOIDAL`
/// @param longest the most positions of a sequence
public record SequenceSpec(
    List<Integer> tokenFeatures,
    List<Integer> queryFeatures,
    int classes,
    int width,
    int heads,
    int layers,
    int hidden,
    Activation activation,
    PositionScheme positions,
    int longest)
    implements ModelSpec {

  /// Throws `IllegalArgumentException` for a shape that makes no sense or is beyond the limits.
  public SequenceSpec {
    tokenFeatures = SpecChecks.features("tokenFeatures", tokenFeatures);
    queryFeatures = List.copyOf(queryFeatures);
    if (!queryFeatures.isEmpty()) {
      queryFeatures = SpecChecks.features("queryFeatures", queryFeatures);
    }
    SpecChecks.transformer(classes, width, heads, layers, hidden);
    SpecChecks.between("longest", longest, 1, 1 << 20);
    if (positions == PositionScheme.ROTARY && width / heads % 2 != 0) {
      throw new IllegalArgumentException(
          "rotary positions need an even head width, found " + width / heads);
    }
    if (positions == PositionScheme.SINUSOIDAL && width % 2 != 0) {
      throw new IllegalArgumentException("sinusoidal positions need an even width, found " + width);
    }
    SpecChecks.parameters(
        TensorNames.sequence(
            tokenFeatures, queryFeatures, classes, width, layers, hidden, positions, longest));
  }

  @Override
  public SequencedMap<String, List<Long>> tensors() {
    return TensorNames.sequence(
        tokenFeatures, queryFeatures, classes, width, layers, hidden, positions, longest);
  }
}
