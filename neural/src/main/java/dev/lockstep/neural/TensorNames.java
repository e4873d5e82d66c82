package dev.lockstep.neural;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The names and shapes of a network's weights. A linear map's weight is `(out, in)`.
final class TensorNames {
  private TensorNames() {}

  static SequencedMap<String, List<Long>> local(
      List<Integer> queryFeatures,
      List<Integer> slotFeatures,
      int classes,
      int width,
      int layers,
      int hidden) {
    SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
    tables(shapes, "query.embedding.", queryFeatures, width);
    tables(shapes, "slot.embedding.", slotFeatures, width);
    norm(shapes, "slot.norm", width);
    for (int layer = 0; layer < layers; layer++) {
      block(shapes, "layer." + layer + ".", width, hidden);
    }
    head(shapes, classes, width);
    return shapes;
  }

  static SequencedMap<String, List<Long>> sequence(
      List<Integer> tokenFeatures,
      List<Integer> queryFeatures,
      int classes,
      int width,
      int layers,
      int hidden,
      PositionScheme positions,
      int longest) {
    SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
    tables(shapes, "token.embedding.", tokenFeatures, width);
    tables(shapes, "query.embedding.", queryFeatures, width);
    if (positions == PositionScheme.LEARNED) {
      shapes.put("position.embedding", List.of((long) longest, (long) width));
    }
    for (int layer = 0; layer < layers; layer++) {
      block(shapes, "layer." + layer + ".", width, hidden);
    }
    head(shapes, classes, width);
    return shapes;
  }

  private static void tables(
      SequencedMap<String, List<Long>> shapes, String prefix, List<Integer> features, int width) {
    for (int i = 0; i < features.size(); i++) {
      shapes.put(prefix + i, List.of((long) features.get(i), (long) width));
    }
  }

  private static void block(
      SequencedMap<String, List<Long>> shapes, String prefix, int width, int hidden) {
    norm(shapes, prefix + "attention.norm", width);
    linear(shapes, prefix + "attention.query", width, width);
    shapes.put(prefix + "attention.key.weight", List.of((long) width, (long) width));
    shapes.put(prefix + "attention.value.weight", List.of((long) width, (long) width));
    linear(shapes, prefix + "attention.out", width, width);
    norm(shapes, prefix + "feedforward.norm", width);
    linear(shapes, prefix + "feedforward.in", hidden, width);
    linear(shapes, prefix + "feedforward.out", width, hidden);
  }

  private static void head(SequencedMap<String, List<Long>> shapes, int classes, int width) {
    norm(shapes, "head.norm", width);
    linear(shapes, "head", classes, width);
  }

  private static void norm(SequencedMap<String, List<Long>> shapes, String name, long width) {
    shapes.put(name + ".weight", List.of(width));
    shapes.put(name + ".bias", List.of(width));
  }

  private static void linear(
      SequencedMap<String, List<Long>> shapes, String name, long out, long in) {
    shapes.put(name + ".weight", List.of(out, in));
    shapes.put(name + ".bias", List.of(out));
  }
}
