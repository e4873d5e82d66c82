package dev.lockstep.neural;

import java.util.List;
import java.util.SequencedMap;

/// What the compact constructors of the specs refuse.
final class SpecChecks {
  private SpecChecks() {}

  static void between(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "expected `%s` from %d to %d, found %d".formatted(what, least, most, value));
    }
  }

  static List<Integer> features(String what, List<Integer> sizes) {
    List<Integer> copy = List.copyOf(sizes);
    between(what + " (their number)", copy.size(), 1, 64);
    for (int i = 0; i < copy.size(); i++) {
      between("%s[%d]".formatted(what, i), copy.get(i), 1, 1 << 22);
    }
    return copy;
  }

  static void transformer(int classes, int width, int heads, int layers, int hidden) {
    between("classes", classes, 1, 1 << 22);
    between("width", width, 1, 1 << 14);
    between("heads", heads, 1, width);
    between("layers", layers, 1, 256);
    between("hidden", hidden, 1, 1 << 16);
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          "expected `width` to be a multiple of `heads`, found %d and %d".formatted(width, heads));
    }
  }

  static void parameters(SequencedMap<String, List<Long>> tensors) {
    long all = 0;
    for (List<Long> shape : tensors.values()) {
      all += shape.stream().reduce(1L, Math::multiplyExact);
    }
    between("parameters", all, 1, NetworkSpec.MOST_PARAMETERS);
  }
}
