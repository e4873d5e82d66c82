package dev.lockstep.neural.gradients;

import dev.lockstep.neural.host.Blocks;

/// Room for what the way back of one layer needs for a moment, shared by all layers.
final class Sheet {
  /// (rows, D): gradients of what a norm gave, of what was heard.
  final Rows narrow;

  /// (rows, hidden).
  final Rows wide;

  /// (rows, 3 D): gradients of queries, keys, values.
  final Rows asked;

  /// (rows, rows): gradients of one head's scores.
  final Rows scores;

  /// (K, rows): one head's keys, or values, by number.
  final Rows turned;

  /// (rows).
  final float[] dots;

  /// Zeros, as many as a row has at most.
  final float[] zeros;

  Sheet(int rows, int width, int part, int hidden) {
    this.narrow = Rows.of(rows, width);
    this.wide = Rows.of(rows, hidden);
    this.asked = Rows.of(rows, 3 * width);
    this.scores = Rows.of(rows, rows);
    this.turned = Rows.of(part, rows);
    this.dots = new float[Blocks.room(rows)];
    this.zeros = new float[Math.max(3 * width, Math.max(hidden, Blocks.room(rows)))];
  }

  Rows nothing() {
    return Rows.always(zeros);
  }
}
