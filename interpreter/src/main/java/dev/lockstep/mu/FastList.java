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

  private static final int LEAST_ROOM = 8;
  private static final int MOST_RESERVED = 1 << 22;

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
    if (size >= numbers.length) {
      growNumbers(this);
    }
    numbers[size++] = value;
  }

  static void growNumbers(FastList list) {
    list.numbers = Arrays.copyOf(list.numbers, Math.max(LEAST_ROOM, 2 * list.size));
  }

  /// Makes room for so many more.
  static void reserveNumbers(FastList list, int more) {
    if (list.numbers.length - list.size < more) {
      list.numbers = Arrays.copyOf(list.numbers, room(list.size, more));
    }
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
    if (size >= truths.length) {
      growTruths(this);
    }
    truths[size++] = value;
  }

  static void growTruths(FastList list) {
    list.truths = Arrays.copyOf(list.truths, Math.max(LEAST_ROOM, 2 * list.size));
  }

  /// Makes room for so many more.
  static void reserveTruths(FastList list, int more) {
    if (list.truths.length - list.size < more) {
      list.truths = Arrays.copyOf(list.truths, room(list.size, more));
    }
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
    if (size >= rows.length) {
      growRows(this);
    }
    rows[size++] = value;
  }

  static void growRows(FastList list) {
    list.rows = Arrays.copyOf(list.rows, Math.max(LEAST_ROOM, 2 * list.size));
  }

  /// Makes room for so many more.
  static void reserveRows(FastList list, int more) {
    if (list.rows.length - list.size < more) {
      list.rows = Arrays.copyOf(list.rows, room(list.size, more));
    }
  }

  private static int place(FastList list, int index) {
    return Objects.checkIndex(index, list.size);
  }

  private static int place(FastList list, long index) {
    return (int) Objects.checkIndex(index, (long) list.size);
  }

  /// The length of an array for `size` elements and so many more: at least twice the size, so that
  /// all growing together takes time in proportion to what is pushed; and not all of very many, as
  /// the run may end before.
  private static int room(int size, int more) {
    return Math.max(2 * size, size + Math.min(more, MOST_RESERVED));
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
