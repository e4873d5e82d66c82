package dev.lockstep.machine;

import java.util.List;
import java.util.function.Consumer;

/// Configurations as rows of cells, and a step as one local rule applied to every cell: pure data
/// about a program, from which notation, masks and certificates are derived.
///
/// A cell holds one of finitely many *contents*, numbered from 0. The row is endless in both
/// directions and blank but for finitely many cells; a *window* is the contents of `2 · radius + 1`
/// cells around a cell. Rows given as arrays are finite pieces that hold every non-blank cell.
///
/// Everything here but `rule` is independent of the program's rules: two programs with the same
/// symbols and states have the same host.
public interface Layout<C, D> {
  /// The names of the contents; a content is an index into this list.
  List<String> contents();

  /// The content of a cell that nothing has touched.
  int blank();

  /// Cells on each side that the next content of a cell depends on.
  int radius();

  /// The contents of the cells from the first to the last that is not blank, as `at(C).first` says.
  Row row(C configuration);

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

  /// A finite piece of a row: `cells[0]` stands at coordinate `first`. Not to be changed.
  @SuppressWarnings("ArrayRecordComponent") // never compared: a view for one step of a network
  record Row(long first, int[] cells) {
    /// The content at `coordinate`, `blank` outside the piece.
    public int at(long coordinate, int blank) {
      long index = coordinate - first;
      return index < 0 || index >= cells.length ? blank : cells[(int) index];
    }
  }
}
