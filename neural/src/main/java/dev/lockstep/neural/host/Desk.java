package dev.lockstep.neural.host;

import dev.lockstep.neural.transformer.TransformerSpec;

/// Room to compute in, a row for each of B lanes.
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

  /// (capacity): one head's scores, then weights.
  final float[] scores;

  final Curves curves;

  Desk(TransformerSpec spec, int lanes, int capacity) {
    int width = spec.width();
    int hidden = spec.last().feedForward().hidden();
    this.states = new float[lanes][width];
    this.normed = new float[lanes][width];
    this.asked = new float[lanes][3 * width];
    this.heard = new float[lanes][width];
    this.added = new float[lanes][width];
    this.inner = new float[lanes][hidden];
    this.gate = new float[lanes][hidden];
    this.logits = new float[lanes][spec.classes()];
    this.scores = new float[capacity];
    this.curves = new Curves(Math.max(capacity, hidden));
  }

  int lanes() {
    return states.length;
  }
}
