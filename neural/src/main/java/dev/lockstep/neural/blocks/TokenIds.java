package dev.lockstep.neural.blocks;

import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Stack;

/// Ids are checked in Java: out of its table an id would be an error in native code.
final class TokenIds {
  private TokenIds() {}

  static int[] checked(Sample sample, Stack stack) {
    int features = stack.features().size();
    int[] ids = sample.tokens();
    if (ids.length != sample.length() * features) {
      throw new IllegalArgumentException(
          "expected %d ids for %d positions, found %d"
              .formatted(sample.length() * features, sample.length(), ids.length));
    }
    for (int feature = 0; feature < features; feature++) {
      int size = stack.features().get(feature);
      for (int i = feature; i < ids.length; i += features) {
        if (ids[i] < 0 || ids[i] >= size) {
          throw new IllegalArgumentException(
              "expected an id below %d in feature %d, found %d".formatted(size, feature, ids[i]));
        }
      }
    }
    return ids;
  }
}
