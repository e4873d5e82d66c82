package dev.lockstep.neural.host;

import dev.lockstep.neural.transformer.TransformerSpec;

/// Room to compute in, a row for each of B lanes, which ends with a whole block.
final class Desk {
  /// (B, D): what goes from layer to layer.
  final float[][] states;

  /// (B, D): what a block reads.
  final float[][] normed;

  /// (B, 3 D): queries, keys, values.
  final float[][] asked;

  /// (B, D): what attention hears.
  final float[][] heard;

  /// (B, D): what a block adds to the states.
  final float[][] added;

  /// (B, hidden).
  final float[][] inner;

  /// (B, hidden).
  final float[][] gate;

  /// (B, classes).
  final float[][] logits;

  /// (H, capacity): one lane's scores, then weights.
  final float[][] scores;

  /// (H): the sums of the weights.
  final float[] sums;

  /// (H, K): what one lane's heads hear.
  final float[][] parts;

  final Curves curves;

  private final int width;
  private final int hidden;

  Desk(Loops loops, TransformerSpec spec, int lanes, int capacity) {
    this.width = spec.width();
    this.hidden = spec.last().feedForward().hidden();
    this.states = rows(lanes, width);
    this.normed = rows(lanes, width);
    this.asked = rows(lanes, 3 * width);
    this.heard = rows(lanes, width);
    this.added = rows(lanes, width);
    this.inner = rows(lanes, hidden);
    this.gate = rows(lanes, hidden);
    this.logits = rows(lanes, spec.classes());
    int heads = spec.last().attention().heads();
    this.scores = rows(heads, capacity);
    this.sums = new float[heads];
    this.parts = rows(heads, width / heads);
    this.curves = loops.curves(Math.max(capacity, Math.max(hidden, width)));
  }

  private static float[][] rows(int lanes, int columns) {
    return new float[lanes][Blocks.room(columns)];
  }

  int lanes() {
    return states.length;
  }

  int width() {
    return width;
  }

  int hidden() {
    return hidden;
  }
}
