package dev.lockstep.mu.fast;

import java.util.Arrays;

/// A list of the fast engine: ints, truths and lists in an array each, of which one is used. The
/// engine's code reads and writes them itself (`FastItems`).
final class FastList {
  private static final long[] NO_NUMBERS = {};
  private static final boolean[] NO_TRUTHS = {};
  private static final FastList[] NO_ROWS = {};

  private static final int LEAST_ROOM = 8;
  private static final int MOST_ROOM = Integer.MAX_VALUE - 8;
  private static final int MOST_RESERVED = 1 << 22;

  long[] numbers = NO_NUMBERS;
  boolean[] truths = NO_TRUTHS;
  FastList[] rows = NO_ROWS;
  int size;

  static FastList empty() {
    return new FastList();
  }

  static void push(FastList list, long value) {
    if (list.size >= list.numbers.length) {
      growNumbers(list);
    }
    list.numbers[list.size++] = value;
  }

  static long popNumber(FastList list) {
    return list.numbers[last(list)];
  }

  /// Appends.
  void add(long value) {
    push(this, value);
  }

  private static void growNumbers(FastList list) {
    list.numbers = Arrays.copyOf(list.numbers, Math.max(LEAST_ROOM, 2 * list.size));
  }

  /// The turns that there is room for: see `room`.
  static long roomNumbers(long turns, FastList list, int pushes, boolean always) {
    int room = list.room(list.numbers.length, turns, pushes, always);
    if (room > list.numbers.length) {
      list.numbers = Arrays.copyOf(list.numbers, room);
    }
    return Math.min(turns, (room - list.size) / pushes);
  }

  static void push(FastList list, boolean value) {
    if (list.size >= list.truths.length) {
      growTruths(list);
    }
    list.truths[list.size++] = value;
  }

  static boolean popTruth(FastList list) {
    return list.truths[last(list)];
  }

  /// Appends.
  void add(boolean value) {
    push(this, value);
  }

  private static void growTruths(FastList list) {
    list.truths = Arrays.copyOf(list.truths, Math.max(LEAST_ROOM, 2 * list.size));
  }

  /// The turns that there is room for: see `room`.
  static long roomTruths(long turns, FastList list, int pushes, boolean always) {
    int room = list.room(list.truths.length, turns, pushes, always);
    if (room > list.truths.length) {
      list.truths = Arrays.copyOf(list.truths, room);
    }
    return Math.min(turns, (room - list.size) / pushes);
  }

  static void push(FastList list, FastList value) {
    if (list.size >= list.rows.length) {
      growRows(list);
    }
    list.rows[list.size++] = value;
  }

  static FastList popRow(FastList list) {
    return list.rows[last(list)];
  }

  /// Appends.
  void add(FastList value) {
    push(this, value);
  }

  private static void growRows(FastList list) {
    list.rows = Arrays.copyOf(list.rows, Math.max(LEAST_ROOM, 2 * list.size));
  }

  /// The turns that there is room for: see `room`.
  static long roomRows(long turns, FastList list, int pushes, boolean always) {
    int room = list.room(list.rows.length, turns, pushes, always);
    if (room > list.rows.length) {
      list.rows = Arrays.copyOf(list.rows, room);
    }
    return Math.min(turns, (room - list.size) / pushes);
  }

  /// The length of an array of `length` elements after it has made room for turns that push so much
  /// each, or for some of them: at least for one. What grows at least doubles, and a good part of
  /// it is pushed until it grows again: so all growing together takes time in proportion to what is
  /// pushed. Not all of very many turns' room is made at once, as the run may end before; and where
  /// not `always` each turn pushes, only as much as is there.
  private int room(int length, long turns, int pushes, boolean always) {
    long all = Math.min(turns, MOST_RESERVED) * pushes;
    long some = Math.max(Math.min(all, LEAST_ROOM * (long) pushes), Math.min(all, size / 4));
    if (length - size >= (always ? Math.max(pushes, all) : Math.max(pushes, some))) {
      return length;
    }
    long room = Math.max(2L * size, size + Math.max(pushes, always ? all : some));
    if (room > MOST_ROOM) {
      throw new Deviation();
    }
    return (int) room;
  }

  /// The limit of the indices `i + offset` for each `i` below `strip`, where the list has `size`
  /// elements when `i` is `upcoming`, and one more in each turn: see `OpenLists`.
  static int limit(int size, int upcoming, int strip, int offset) {
    boolean within = (long) size - upcoming > offset;
    return within ? (int) Math.min(Integer.MAX_VALUE, (long) strip + offset) : 0;
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
