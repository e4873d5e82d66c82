package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Move;

/// A tape that is endless in both directions and blank but for finitely many cells, with a head on
/// one of them. Symbols are code points. A step shares all but the cells next to the head with the
/// tape before it.
///
/// @param blank the symbol of untouched cells
/// @param head the coordinate of the head; the first symbol of the input stands at 0
/// @param left the cells left of the head
/// @param symbol the cell under the head
/// @param right the cells right of the head
public record Tape(int blank, long head, HalfTape left, int symbol, HalfTape right) {

  /// The tape with `symbols` from coordinate 0 on and the head at 0.
  static Tape of(int blank, int[] symbols) {
    return of(blank, symbols, 0, 0);
  }

  /// The tape with `symbols[0]` at coordinate `first` and the head at `head`, anywhere.
  public static Tape of(int blank, int[] symbols, long first, long head) {
    long end = first + symbols.length;
    HalfTape left = HalfTape.EMPTY;
    for (long at = Math.min(first, head); at < head; at++) {
      left = left.push(at >= first && at < end ? symbols[(int) (at - first)] : blank, blank);
    }
    HalfTape right = HalfTape.EMPTY;
    for (long at = Math.max(end - 1, head); at > head; at--) {
      right = right.push(at >= first && at < end ? symbols[(int) (at - first)] : blank, blank);
    }
    int under = head >= first && head < end ? symbols[(int) (head - first)] : blank;
    return new Tape(blank, head, left, under, right);
  }

  /// The tape after the head writes and moves.
  Tape act(int write, Move move) {
    return switch (move) {
      case N -> new Tape(blank, head, left, write, right);
      case R ->
          new Tape(blank, head + 1, left.push(write, blank), right.nearest(blank), right.rest());
      case L ->
          new Tape(blank, head - 1, left.rest(), left.nearest(blank), right.push(write, blank));
    };
  }

  /// Cells from the first to the last that is not blank or holds the head.
  public long cells() {
    return (long) left.length() + 1 + right.length();
  }

  /// The coordinate of the first of those cells.
  public long first() {
    return head - left.length();
  }

  /// Those cells, from the left.
  public int[] symbols() {
    int[] all = new int[Math.toIntExact(cells())];
    int[] before = left.symbols();
    for (int i = 0; i < before.length; i++) {
      all[before.length - 1 - i] = before[i];
    }
    all[before.length] = symbol;
    System.arraycopy(right.symbols(), 0, all, before.length + 1, right.length());
    return all;
  }

  /// The text from the first to the last symbol that is not blank.
  public String text() {
    int[] all = symbols();
    int from = 0;
    int to = all.length;
    while (from < to && all[from] == blank) {
      from++;
    }
    while (to > from && all[to - 1] == blank) {
      to--;
    }
    return new String(all, from, to - from);
  }

  /// `10[1]1`: the symbol under the head in brackets.
  @Override
  public String toString() {
    return new StringBuilder()
        .append(new String(symbols(), 0, left.length()))
        .append('[')
        .appendCodePoint(symbol)
        .append(']')
        .append(right)
        .toString();
  }
}
