package dev.lockstep.neural.transformer;

import java.util.List;

/// Embeddings and layers: tokens in, one state of `width` numbers a position out.
///
/// @param features the number of ids of each feature of a token; a token is the sum of its
///   features' embeddings
/// @param layers the layers with weights of their own; `depth` says how often they are used
public record Stack(
    List<Integer> features,
    Positions positions,
    Attention attention,
    FeedForward feedForward,
    Norm norm,
    int layers,
    Depth depth) {

  public Stack {
    features = List.copyOf(features);
    if (features.isEmpty() || layers < 1 || layers > 256 || attention.heads() < 1) {
      throw new IllegalArgumentException(
          "expected features, 1 to 256 layers and heads, found %s, %d and %d"
              .formatted(features, layers, attention.heads()));
    }
  }

  public Stack with(Positions changed) {
    return new Stack(features, changed, attention, feedForward, norm, layers, depth);
  }

  public Stack with(Attention changed) {
    return new Stack(features, positions, changed, feedForward, norm, layers, depth);
  }

  public Stack with(FeedForward changed) {
    return new Stack(features, positions, attention, changed, norm, layers, depth);
  }

  public Stack with(Norm changed) {
    return new Stack(features, positions, attention, feedForward, changed, layers, depth);
  }

  public Stack with(Depth changed) {
    return new Stack(features, positions, attention, feedForward, norm, layers, changed);
  }
}
