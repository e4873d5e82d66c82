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
    for (int i = 0; i < ids.length; i++) {
      int size = stack.features().get(i % features);
      if (ids[i] < 0 || ids[i] >= size) {
        throw new IllegalArgumentException(
            "expected an id below %d in feature %d, found %d"
                .formatted(size, i % features, ids[i]));
      }
    }
    return ids;
  }
}
