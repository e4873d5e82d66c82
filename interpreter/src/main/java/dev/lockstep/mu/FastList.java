package dev.lockstep.mu;

import java.util.Arrays;

/// A list of the fast engine: ints, truths and lists in an array each, of which one is used.
final class FastList {
  private static final long[] NO_NUMBERS = {};
  private static final boolean[] NO_TRUTHS = {};
  private static final FastList[] NO_ROWS = {};

  long[] numbers = NO_NUMBERS;
  boolean[] truths = NO_TRUTHS;
  FastList[] rows = NO_ROWS;
  int size;

  static long number(FastList list, long index) {
    return list.numbers[place(list, index)];
  }

  static void set(FastList list, long index, long value) {
    list.numbers[place(list, index)] = value;
  }

  static void push(FastList list, long value, FastRun run) {
    run.use(1);
    list.add(value);
  }

  static long popNumber(FastList list, FastRun run) {
    return list.numbers[last(list, run)];
  }

  /// Appends without counting cells.
  void add(long value) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(8, 2 * size));
    }
    numbers[size++] = value;
  }

  static boolean truth(FastList list, long index) {
    return list.truths[place(list, index)];
  }

  static void set(FastList list, long index, boolean value) {
    list.truths[place(list, index)] = value;
  }

  static void push(FastList list, boolean value, FastRun run) {
    run.use(1);
    list.add(value);
  }

  static boolean popTruth(FastList list, FastRun run) {
    return list.truths[last(list, run)];
  }

  /// Appends without counting cells.
  void add(boolean value) {
    if (size == truths.length) {
      truths = Arrays.copyOf(truths, Math.max(8, 2 * size));
    }
    truths[size++] = value;
  }

  static FastList row(FastList list, long index) {
    return list.rows[place(list, index)];
  }

  static void set(FastList list, long index, FastList value) {
    list.rows[place(list, index)] = value;
  }

  static void push(FastList list, FastList value, FastRun run) {
    run.use(1);
    list.add(value);
  }

  static FastList popRow(FastList list, FastRun run) {
    return list.rows[last(list, run)];
  }

  /// Appends without counting cells.
  void add(FastList value) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, Math.max(8, 2 * size));
    }
    rows[size++] = value;
  }

  private static int place(FastList list, long index) {
    int place = (int) index;
    if (place != index || place >= list.size || place < 0) {
      throw new Deviation();
    }
    return place;
  }

  private static int last(FastList list, FastRun run) {
    if (list.size == 0) {
      throw new Deviation();
    }
    run.use(-1);
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
