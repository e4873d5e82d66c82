package dev.lockstep.data;

import dev.lockstep.machine.Layout;
import java.util.Arrays;
import java.util.BitSet;

/// Which contents are *marks* (a head): the invariant read as "at most one cell of a row holds a
/// mark". A layout that allows every window has none, nor has one of places.
public final class Marks {
  private final BitSet marks;
  private final int contents;

  private Marks(BitSet marks, int contents) {
    this.marks = marks;
    this.contents = contents;
  }

  /// The contents that the layout does not allow twice in one window.
  public static Marks of(Layout<?, ?> layout) {
    int contents = layout.contents().size();
    BitSet marks = new BitSet(contents);
    int[] window = new int[2 * layout.radius() + 1];
    boolean alike = layout.places().isEmpty() && layout.radius() > 0;
    for (int content = 0; content < contents && alike; content++) {
      Arrays.fill(window, layout.blank());
      window[0] = content;
      window[1] = content;
      marks.set(content, !layout.allowed(window));
    }
    return new Marks(marks, contents);
  }

  public boolean holds(int content) {
    return marks.get(content);
  }

  /// The number of contents that are marks.
  public int count() {
    return marks.cardinality();
  }

  /// The number of marks in a window.
  public int count(int[] window) {
    int count = 0;
    for (int content : window) {
      count += marks.get(content) ? 1 : 0;
    }
    return count;
  }

  /// The place of the first mark in a window, or -1.
  public int place(int[] window) {
    for (int i = 0; i < window.length; i++) {
      if (marks.get(window[i])) {
        return i;
      }
    }
    return -1;
  }

  /// How many different rows of `cells` cells hold at most one mark; infinite where it overflows.
  public double rows(int cells) {
    double plain = contents - count();
    return Math.pow(plain, cells) + cells * count() * Math.pow(plain, cells - 1);
  }

  /// Marked contents, ascending.
  public int[] contents() {
    return marks.stream().toArray();
  }

  /// The kind of transition that a window stands for: the mark and where it is, or, without one,
  /// the middle content. Training draws from all kinds alike.
  public int stratum(int[] window) {
    int place = place(window);
    return place < 0 ? window[window.length / 2] : contents + place * contents + window[place];
  }
}
