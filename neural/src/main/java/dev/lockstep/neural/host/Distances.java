package dev.lockstep.neural.host;

import dev.lockstep.neural.blocks.PlaceTables;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Stack;

/// What a layer adds to scores for how far back the position is.
sealed interface Distances {
  /// Adds to the first `back.length` scores of a head.
  ///
  /// @param back how far back each position is
  void add(float[] scores, int head, int[] back);

  /// Nothing.
  record None() implements Distances {
    @Override
    public void add(float[] scores, int head, int[] back) {}
  }

  /// A penalty that grows with the distance, as fast as the head's slope.
  record Slopes(int heads) implements Distances {
    @Override
    public void add(float[] scores, int head, int[] back) {
      float slope = (float) PlaceTables.slope(head, heads);
      for (int t = 0; t < back.length; t++) {
        scores[t] -= slope * back[t];
      }
    }
  }

  /// A learned number, from a table of distances from -radius to radius and heads, `(2 radius + 1,
  /// H)`.
  final class Learned implements Distances {
    private final float[][] table;

    private Learned(float[][] table) {
      this.table = table;
    }

    @Override
    public void add(float[] scores, int head, int[] back) {
      int radius = table.length / 2;
      for (int t = 0; t < back.length; t++) {
        scores[t] += table[radius - Math.min(back[t], radius)][head];
      }
    }
  }

  /// A layer's, whose learned numbers have this name.
  static Distances of(Stack stack, ModelParts parts, String name) {
    return switch (stack.positions()) {
      case Positions.Alibi _ -> new Slopes(stack.attention().heads());
      case Positions.ClippedBias _ -> new Learned(parts.table(name));
      case Positions.None _, Positions.Learned _, Positions.Sinusoidal _, Positions.Rotary _ ->
          new None();
    };
  }
}
