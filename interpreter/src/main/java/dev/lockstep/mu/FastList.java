package dev.lockstep.mu;

import java.util.Arrays;
import java.util.Objects;

/// A list of the fast engine: ints, truths and lists in an array each, of which one is used.
///
/// An index throws `IndexOutOfBoundsException` where there is no element: the JVM takes such checks
/// out of loops.
final class FastList {
  private static final long[] NO_NUMBERS = {};
  private static final boolean[] NO_TRUTHS = {};
  private static final FastList[] NO_ROWS = {};

  long[] numbers = NO_NUMBERS;
  boolean[] truths = NO_TRUTHS;
  FastList[] rows = NO_ROWS;
  int size;

  static FastList empty() {
    return new FastList();
  }

  static long number(FastList list, int index) {
    return list.numbers[place(list, index)];
  }

  static long number(FastList list, long index) {
    return list.numbers[place(list, index)];
  }

  static void set(FastList list, int index, long value) {
    list.numbers[place(list, index)] = value;
  }

  static void set(FastList list, long index, long value) {
    list.numbers[place(list, index)] = value;
  }

  static void push(FastList list, long value) {
    list.add(value);
  }

  static long popNumber(FastList list) {
    return list.numbers[last(list)];
  }

  /// Appends.
  void add(long value) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(8, 2 * size));
    }
    numbers[size++] = value;
  }

  static boolean truth(FastList list, int index) {
    return list.truths[place(list, index)];
  }

  static boolean truth(FastList list, long index) {
    return list.truths[place(list, index)];
  }

  static void set(FastList list, int index, boolean value) {
    list.truths[place(list, index)] = value;
  }

  static void set(FastList list, long index, boolean value) {
    list.truths[place(list, index)] = value;
  }

  static void push(FastList list, boolean value) {
    list.add(value);
  }

  static boolean popTruth(FastList list) {
    return list.truths[last(list)];
  }

  /// Appends.
  void add(boolean value) {
    if (size == truths.length) {
      truths = Arrays.copyOf(truths, Math.max(8, 2 * size));
    }
    truths[size++] = value;
  }

  static FastList row(FastList list, int index) {
    return list.rows[place(list, index)];
  }

  static FastList row(FastList list, long index) {
    return list.rows[place(list, index)];
  }

  static void set(FastList list, int index, FastList value) {
    list.rows[place(list, index)] = value;
  }

  static void set(FastList list, long index, FastList value) {
    list.rows[place(list, index)] = value;
  }

  static void push(FastList list, FastList value) {
    list.add(value);
  }

  static FastList popRow(FastList list) {
    return list.rows[last(list)];
  }

  /// Appends.
  void add(FastList value) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, Math.max(8, 2 * size));
    }
    rows[size++] = value;
  }

  private static int place(FastList list, int index) {
    return Objects.checkIndex(index, list.size);
  }

  private static int place(FastList list, long index) {
    return (int) Objects.checkIndex(index, (long) list.size);
  }

  private static int last(FastList list) {
    if (list.size == 0) {
      throw new Deviation();
    }
    list.size--;
    return list.size;
  }

  /// Equality by content.
  static boolean same(FastList left, FastList right) {
    if (left == right) {
      return true;
    }
    if (left.size != right.size) {
      return false;
    }
    if (left.size == 0) {
      return true;
    }
    if (left.rows.length == 0 && right.rows.length == 0) {
      boolean truths = left.truths.length > 0;
      return truths
          ? Arrays.equals(left.truths, 0, left.size, right.truths, 0, right.size)
          : Arrays.equals(left.numbers, 0, left.size, right.numbers, 0, right.size);
    }
    for (int i = 0; i < left.size; i++) {
      if (!same(left.rows[i], right.rows[i])) {
        return false;
      }
    }
    return true;
  }
}
