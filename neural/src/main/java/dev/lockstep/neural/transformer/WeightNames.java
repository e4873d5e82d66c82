package dev.lockstep.neural.transformer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The names and shapes of a transformer's weights, in the order in which the kernels and the plain
/// blocks take them. A linear map's weight is `(out, in)`.
final class WeightNames {
  private final SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
  private final long width;

  private WeightNames(long width) {
    this.width = width;
  }

  static SequencedMap<String, List<Long>> of(TransformerSpec spec) {
    return of(spec.width(), spec.classes(), spec.stacks());
  }

  static SequencedMap<String, List<Long>> of(int width, int classes, List<Stack> stacks) {
    WeightNames names = new WeightNames(width);
    if (stacks.size() == 2) {
      names.stack("source.", stacks.getFirst(), false);
    }
    Stack last = stacks.getLast();
    names.stack("", last, stacks.size() == 2);
    if (last.norm().before()) {
      names.norm("head.norm", last.norm());
    }
    names.linear("head", classes, width, true);
    return names.shapes;
  }

  private void stack(String prefix, Stack stack, boolean attendsToSource) {
    for (int i = 0; i < stack.features().size(); i++) {
      shapes.put(prefix + "token.embedding." + i, List.of((long) stack.features().get(i), width));
    }
    if (stack.positions() instanceof Positions.Learned learned) {
      shapes.put(prefix + "position.embedding", List.of((long) learned.longest(), width));
    }
    for (int i = 0; i < stack.layers(); i++) {
      layer(prefix + "layer." + i + ".", stack, attendsToSource);
    }
    if (stack.depth() instanceof Depth.Adaptive) {
      linear(prefix + "halt", 1, width, true);
    }
  }

  private void layer(String layer, Stack stack, boolean attendsToSource) {
    attention(layer + "attention", stack);
    if (stack.positions() instanceof Positions.ClippedBias clipped) {
      long distances = 2L * clipped.radius() + 1;
      shapes.put(
          layer + "attention.distance", List.of(distances, (long) stack.attention().heads()));
    }
    if (attendsToSource) {
      attention(layer + "cross", stack);
    }
    FeedForward block = stack.feedForward();
    norm(layer + "feedforward.norm", stack.norm());
    linear(layer + "feedforward.in", block.hidden(), width, true);
    if (block.gated()) {
      linear(layer + "feedforward.gate", block.hidden(), width, false);
    }
    linear(layer + "feedforward.out", width, block.hidden(), true);
  }

  private void attention(String name, Stack stack) {
    norm(name + ".norm", stack.norm());
    linear(name + ".query", width, width, true);
    linear(name + ".key", width, width, false);
    linear(name + ".value", width, width, false);
    linear(name + ".out", width, width, true);
  }

  private void norm(String name, Norm norm) {
    switch (norm.kind()) {
      case LAYER -> {
        shapes.put(name + ".weight", List.of(width));
        shapes.put(name + ".bias", List.of(width));
      }
      case RMS -> shapes.put(name + ".weight", List.of(width));
      case NONE -> {}
    }
  }

  private void linear(String name, long out, long in, boolean bias) {
    shapes.put(name + ".weight", List.of(out, in));
    if (bias) {
      shapes.put(name + ".bias", List.of(out));
    }
  }
}
