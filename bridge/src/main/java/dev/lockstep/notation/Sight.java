package dev.lockstep.notation;

import java.util.Arrays;

/// A visible set being filled: one query and up to `slots` slots, each a tuple of ids. Mutable and
/// reused, as it is filled once for every token of a run.
///
/// Where more slots are offered than there is room for, the oldest are dropped.
public final class Sight {
  private final int[] query;
  private final int[] slots;
  private final int width;
  private final int room;
  private int offered;

  public Sight(Notation.Shape shape) {
    this.query = new int[shape.query().size()];
    this.width = shape.slot().size();
    this.room = shape.slots();
    this.slots = new int[room * width];
  }

  public void clear() {
    offered = 0;
    Arrays.fill(query, 0);
  }

  public void ask(int... features) {
    System.arraycopy(features, 0, query, 0, query.length);
  }

  public void add(int... features) {
    System.arraycopy(features, 0, slots, offered % room * width, width);
    offered++;
  }

  /// Slots in use.
  public int count() {
    return Math.min(offered, room);
  }

  /// Whether more was offered than there was room for.
  public boolean dropped() {
    return offered > room;
  }

  public int query(int feature) {
    return query[feature];
  }

  /// Feature `feature` of the slot `index`, the oldest first.
  public int slot(int index, int feature) {
    int from = dropped() ? offered % room : 0;
    return slots[(from + index) % room * width + feature];
  }

  /// The query, then the slots in order, in one new array: equal arrays are equal visible sets.
  public int[] flat() {
    int[] flat = Arrays.copyOf(query, query.length + count() * width);
    for (int i = 0, at = query.length; i < count(); i++) {
      for (int f = 0; f < width; f++) {
        flat[at++] = slot(i, f);
      }
    }
    return flat;
  }
}
