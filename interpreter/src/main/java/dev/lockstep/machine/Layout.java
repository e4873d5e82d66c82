package dev.lockstep.machine;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Configurations as rows of cells, and a step as one local rule applied to every cell: pure data
/// about a program, from which notation, masks and certificates are derived.
///
/// A cell holds one of finitely many *contents*, numbered from 0. The row is endless in both
/// directions and blank but for finitely many cells; a *window* is the contents of `2 · radius + 1`
/// cells around a cell, the cell itself in the middle. Rows given as arrays are finite pieces that
/// hold every non-blank cell.
///
/// Planes of cells are layouts too: a `Row` then has a width, and `around` and `grown` say which
/// cells a window holds and how a piece grows. So are rows that wrap around and have no outside.
///
/// And so is what *pointers* see: then a row has a fixed number of `places`, such as the state and
/// the cell under each head, and every window holds them all, its own place in the middle. What a
/// step says there is not what stands there afterwards, because the pointers move.
///
/// Everything here but `rule` is independent of the program's rules: two programs with the same
/// symbols and states have the same host.
public interface Layout<C, D> {
  /// The names of the contents; a content is an index into this list.
  List<String> contents();

  /// The content of a cell that nothing has touched.
  int blank();

  /// Cells on each side that the next content of a cell depends on; half the other cells of a
  /// window where windows are not stretches of a row.
  int radius();

  /// Whether there are cells outside a row, all of them blank. Without an outside rows neither grow
  /// nor need a blank that stays blank.
  default boolean endless() {
    return true;
  }

  /// The cells that may not be blank one step after `row`, with what they hold now: `row` and
  /// `radius` blank cells on each side.
  default Row grown(Row row) {
    int[] cells = new int[row.cells().length + 2 * radius()];
    Arrays.fill(cells, blank());
    System.arraycopy(row.cells(), 0, cells, radius(), row.cells().length);
    return new Row(row.first() - radius(), cells);
  }

  /// The window around cell `index` of `row`, in a new array.
  default int[] around(Row row, int index) {
    int[] window = new int[2 * radius() + 1];
    for (int i = 0; i < window.length; i++) {
      window[i] = row.at(row.first() + index - radius() + i, blank());
    }
    return window;
  }

  /// The contents of the cells from the first to the last that is not blank, as `at(C).first` says.
  Row row(C configuration);

  /// The places of a row, in order, where rows have a fixed number of them and each place contents
  /// of its own; none where all cells are alike. There are as many places as cells in a window, and
  /// the places are a ring.
  default List<Place> places() {
    return List.of();
  }

  /// The row that tells `delta`, which led from `before` to `after`, as `step` reads it.
  default Row told(C before, D delta, C after) {
    return row(after);
  }

  /// What happened between `before` and the row that followed: the delta, `Halt` or `Fail` where
  /// the row says so, or `Garbled` where no step leads from one to the other. Never asks the rule.
  Next<D> step(C before, Row after);

  /// Whether the run is over in `configuration` as it stands, judged by its contents alone.
  boolean over(C configuration);

  /// The local rule, total: the next content of the middle cell of an allowed window.
  int rule(int[] window);

  /// Whether the invariant (such as "at most one head") allows the window.
  boolean allowed(int[] window);

  /// All allowed windows, each in an array that is only valid during the call.
  void windows(Consumer<int[]> each);

  /// The invariant in words: "at most one cell holds a head".
  String invariant();

  /// Where in the program the rule for this window stands, in words: "rule `right: 0 -> 1 L done`".
  String explain(int[] window);

  /// One place of a row.
  ///
  /// @param now the contents that can stand there
  /// @param next the contents that a step can say there
  record Place(List<Integer> now, List<Integer> next) {
    public Place {
      now = List.copyOf(now);
      next = List.copyOf(next);
    }
  }

  /// A finite piece of a row: `cells[0]` stands at coordinate `first`. Or of a plane, line by line,
  /// `width` cells each: `cells[0]` stands at (`first`, `top`). Not to be changed.
  @SuppressWarnings("ArrayRecordComponent") // never compared: a view for one step of a network
  record Row(long first, long top, int width, int[] cells) {
    public Row(long first, int[] cells) {
      this(first, 0, Math.max(1, cells.length), cells);
    }

    /// The content at `coordinate`, `blank` outside the piece.
    public int at(long coordinate, int blank) {
      return at(coordinate, top, blank);
    }

    /// The content at (`x`, `y`), `blank` outside the piece.
    public int at(long x, long y, int blank) {
      long column = x - first;
      long index = (y - top) * width + column;
      return column < 0 || column >= width || index < 0 || index >= cells.length
          ? blank
          : cells[(int) index];
    }

    public long x(int index) {
      return first + index % width;
    }

    public long y(int index) {
      return top + index / width;
    }
  }
}
