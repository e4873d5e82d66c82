package dev.lockstep.neural.host;

import java.util.Arrays;

/// What one layer keeps of one sample, a ring of as many positions as it can see.
final class Memory {
  /// By column, `(D, capacity)`: a score is a sum of these rows.
  final float[][] keys;

  /// By position, `(capacity, D)`: what is heard is a sum of these.
  final float[][] values;

  private Memory(float[][] keys, float[][] values) {
    this.keys = keys;
    this.values = values;
  }

  static Memory of(int width, int capacity) {
    return new Memory(new float[width][capacity], new float[capacity][width]);
  }

  /// Keeps the keys and values that stand in `all` (3 D) after the queries.
  void put(int slot, float[] all) {
    int width = keys.length;
    for (int i = 0; i < width; i++) {
      keys[i][slot] = all[width + i];
    }
    System.arraycopy(all, 2 * width, values[slot], 0, width);
  }

  Memory copy() {
    return new Memory(copy(keys), copy(values));
  }

  private static float[][] copy(float[][] rows) {
    return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
  }

  /// How many numbers are kept.
  long size() {
    return 2L * keys.length * values.length;
  }
}
