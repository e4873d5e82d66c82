package dev.lockstep.neural;

import java.util.Arrays;

/// A growing set of distinct tuples of ids, each called by the order in which it came. Tuple 0 is
/// all zeros and there from the start.
final class Tuples {
  private final int width;
  private int[] ids; // (size, width)
  private int size = 1;
  private int[] buckets = new int[64]; // open addressing: tuple + 1, or 0

  Tuples(int width) {
    this.width = width;
    this.ids = new int[16 * width];
  }

  int size() {
    return size;
  }

  /// The number of the tuple that begins at `from`, which is at least 1; new tuples are added.
  int number(int[] from, int at) {
    int bucket = hash(from, at) & (buckets.length - 1);
    while (buckets[bucket] != 0) {
      int known = buckets[bucket] - 1;
      if (Arrays.equals(ids, known * width, (known + 1) * width, from, at, at + width)) {
        return known;
      }
      bucket = (bucket + 1) & (buckets.length - 1);
    }
    return add(from, at, bucket);
  }

  /// Copies tuple `number` to `to`.
  void copy(int number, int[] to, int at) {
    System.arraycopy(ids, number * width, to, at, width);
  }

  /// All tuples, a copy `(size, width)`.
  int[] all() {
    return Arrays.copyOf(ids, size * width);
  }

  void clear() {
    size = 1;
    Arrays.fill(buckets, 0);
  }

  private int add(int[] from, int at, int bucket) {
    if ((size + 1) * width > ids.length) {
      ids = Arrays.copyOf(ids, Math.multiplyExact(ids.length, 2));
    }
    System.arraycopy(from, at, ids, size * width, width);
    buckets[bucket] = size + 1;
    int number = size++;
    if (size * 2 > buckets.length) {
      rehash();
    }
    return number;
  }

  private void rehash() {
    buckets = new int[Math.multiplyExact(buckets.length, 2)];
    for (int number = 1; number < size; number++) {
      int bucket = hash(ids, number * width) & (buckets.length - 1);
      while (buckets[bucket] != 0) {
        bucket = (bucket + 1) & (buckets.length - 1);
      }
      buckets[bucket] = number + 1;
    }
  }

  private int hash(int[] from, int at) {
    int hash = 0;
    for (int i = 0; i < width; i++) {
      hash = hash * 0x9E3779B1 + from[at + i];
    }
    hash *= 0x85EBCA6B;
    return hash ^ hash >>> 15;
  }
}
