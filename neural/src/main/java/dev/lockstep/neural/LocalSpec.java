package dev.lockstep.neural;

import java.util.List;
import java.util.SequencedMap;

/// The shape of a *local model*: a map from a *visible set* to logits.
///
/// A visible set is one query, a tuple of G ids, and up to W slots, each a tuple of F ids. Every id
/// has its own embedding table, and the embeddings of a tuple are summed. A slot whose first id is
/// -1 is hidden and has exactly no influence. Slots have no order and no positions: whatever must
/// tell two slots apart is an id of theirs.
///
/// With `N` a layer norm, the network is
///
/// ```
/// x = sum of the query's embeddings                      (width)
/// s = N(sum of a slot's embeddings), slot by slot        (slots, width)
/// in each layer:  x = x + Attention(query N(x), keys and values from s)
///                 x = x + Wb · activation(Wa · N(x) + ba) + bb
/// logits = W · N(x) + b                                  (classes)
/// ```
///
/// Keys and values come from the slots' *input* embeddings in every layer, so that what the logits
/// depend on never grows with depth. Where all slots are hidden, attention gives its output bias.
///
/// @param queryFeatures the number of ids of each feature of a query: id `g` is in `[0,
///   queryFeatures[g])`
/// @param slotFeatures the number of ids of each feature of a slot
/// @param slots W, the most slots of a visible set, at least 0
/// @param classes the number of logits
/// @param width D, a multiple of `heads`
/// @param hidden the width inside the feed-forward block
public record LocalSpec(
    List<Integer> queryFeatures,
    List<Integer> slotFeatures,
    int slots,
    int classes,
    int width,
    int heads,
    int layers,
    int hidden,
    Activation activation)
    implements ModelSpec {

  /// Throws `IllegalArgumentException` for a shape that makes no sense or is beyond the limits.
  public LocalSpec {
    queryFeatures = SpecChecks.features("queryFeatures", queryFeatures);
    slotFeatures = SpecChecks.features("slotFeatures", slotFeatures);
    SpecChecks.between("slots", slots, 0, 1 << 16);
    SpecChecks.transformer(classes, width, heads, layers, hidden);
    SpecChecks.parameters(
        TensorNames.local(queryFeatures, slotFeatures, classes, width, layers, hidden));
  }

  @Override
  public SequencedMap<String, List<Long>> tensors() {
    return TensorNames.local(queryFeatures, slotFeatures, classes, width, layers, hidden);
  }
}
