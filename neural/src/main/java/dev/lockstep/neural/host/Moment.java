package dev.lockstep.neural.host;

/// What one position means to every layer and lane.
final class Moment {
  /// Where its keys and values are kept.
  final int slot;

  /// How far back the position of each slot is that is seen.
  final int[] back;

  /// How many positions are seen, itself included.
  final int seen;

  /// What queries are multiplied by.
  final float scale;

  private final float[] cosines;
  private final float[] sines;

  /// A position.
  ///
  /// @param cosines and `sines` of the angles that queries and keys are turned by, of no elements
  ///   for none
  Moment(int slot, int[] back, float scale, float[] cosines, float[] sines) {
    this.slot = slot;
    this.back = back;
    this.seen = back.length;
    this.scale = scale;
    this.cosines = cosines;
    this.sines = sines;
  }

  /// Turns the halves of each head's vector, of `part` numbers, up to `to`.
  void turn(float[] x, int to, int part) {
    if (cosines.length == 0) {
      return;
    }
    int half = part / 2;
    for (int head = 0; head < to; head += part) {
      for (int i = 0; i < half; i++) {
        float first = x[head + i];
        float second = x[head + half + i];
        x[head + i] = first * cosines[i] - second * sines[i];
        x[head + half + i] = second * cosines[half + i] + first * sines[half + i];
      }
    }
  }
}
