package dev.lockstep.mu;

import java.util.Arrays;

/// A list of the fast engine: ints and truths (0 and 1) in one array, lists in another.
final class FastList {
  private static final long[] NO_NUMBERS = {};
  private static final FastList[] NO_ROWS = {};

  long[] numbers = NO_NUMBERS;
  FastList[] rows = NO_ROWS;
  int size;

  static long number(FastList list, long index) {
    if (index < 0 || index >= list.size) {
      throw new Deviation();
    }
    return list.numbers[(int) index];
  }

  static FastList row(FastList list, long index) {
    if (index < 0 || index >= list.size) {
      throw new Deviation();
    }
    return list.rows[(int) index];
  }

  static void set(FastList list, long index, long value) {
    if (index < 0 || index >= list.size) {
      throw new Deviation();
    }
    list.numbers[(int) index] = value;
  }

  static void set(FastList list, long index, FastList value) {
    if (index < 0 || index >= list.size) {
      throw new Deviation();
    }
    list.rows[(int) index] = value;
  }

  /// Appends without counting cells.
  void add(long value) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(8, 2 * size));
    }
    numbers[size++] = value;
  }

  /// Appends without counting cells.
  void add(FastList value) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, Math.max(8, 2 * size));
    }
    rows[size++] = value;
  }

  static void push(FastList list, long value, FastRun run) {
    run.use(1);
    list.add(value);
  }

  static void push(FastList list, FastList value, FastRun run) {
    run.use(1);
    list.add(value);
  }

  static long popNumber(FastList list, FastRun run) {
    if (list.size == 0) {
      throw new Deviation();
    }
    run.use(-1);
    return list.numbers[--list.size];
  }

  static FastList popRow(FastList list, FastRun run) {
    if (list.size == 0) {
      throw new Deviation();
    }
    run.use(-1);
    return list.rows[--list.size];
  }

  /// Equality by content.
  static boolean same(FastList left, FastList right) {
    if (left == right) {
      return true;
    }
    if (left.size != right.size) {
      return false;
    }
    if (left.rows.length == 0 && right.rows.length == 0) {
      return Arrays.equals(left.numbers, 0, left.size, right.numbers, 0, right.size);
    }
    for (int i = 0; i < left.size; i++) {
      if (!same(left.rows[i], right.rows[i])) {
        return false;
      }
    }
    return true;
  }
}
