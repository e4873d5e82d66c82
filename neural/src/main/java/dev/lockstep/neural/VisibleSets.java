package dev.lockstep.neural;

import java.util.Arrays;

/// A growing batch of visible sets in host memory. Not thread-safe while it grows.
///
/// Shapes: B sets, G ids of a query, W slots of F ids each.
public final class VisibleSets {
  /// The first id of a hidden slot.
  public static final int HIDDEN = -1;

  private final LocalSpec spec;
  private final int queryIds; // G
  private final int slotIds; // W · F
  private int[] queries; // (B, G)
  private int[] slots; // (B, W, F)
  private int size; // B

  /// An empty batch for models of this shape.
  public VisibleSets(LocalSpec spec) {
    this.spec = spec;
    this.queryIds = spec.queryFeatures().size();
    this.slotIds = Math.multiplyExact(spec.slots(), spec.slotFeatures().size());
    this.queries = new int[16 * queryIds];
    this.slots = new int[16 * slotIds];
  }

  public LocalSpec spec() {
    return spec;
  }

  /// The number of sets, B.
  public int size() {
    return size;
  }

  /// Adds one visible set.
  ///
  /// @param query G ids
  /// @param visible the ids of up to W slots, F for each, slot after slot; the slots left over, and
  ///   those whose first id is `HIDDEN`, are hidden
  /// @return this Throws `IllegalArgumentException` for an id outside its feature or a wrong number
  ///   of ids.
  public VisibleSets add(int[] query, int[] visible) {
    check(query, visible);
    grow();
    System.arraycopy(query, 0, queries, size * queryIds, queryIds);
    int from = size * slotIds;
    System.arraycopy(visible, 0, slots, from, visible.length);
    Arrays.fill(slots, from + visible.length, from + slotIds, HIDDEN);
    size++;
    return this;
  }

  /// Adds all sets of another batch of the same spec.
  public VisibleSets addAll(VisibleSets others) {
    if (!others.spec.equals(spec)) {
      throw new IllegalArgumentException("the visible sets belong to another spec");
    }
    for (int i = 0; i < others.size; i++) {
      add(others.query(i), others.slots(i));
    }
    return this;
  }

  /// Forgets all sets but keeps the memory.
  public void clear() {
    size = 0;
  }

  /// The ids of query `index`, a copy (G).
  public int[] query(int index) {
    int i = checkIndex(index);
    return Arrays.copyOfRange(queries, i * queryIds, (i + 1) * queryIds);
  }

  /// The ids of the slots of set `index`, a copy (W · F).
  public int[] slots(int index) {
    int i = checkIndex(index);
    return Arrays.copyOfRange(slots, i * slotIds, (i + 1) * slotIds);
  }

  /// The queries of the sets `[from, to)`, a copy `(to - from, G)`.
  int[] queries(int from, int to) {
    return Arrays.copyOfRange(queries, from * queryIds, to * queryIds);
  }

  /// The slots of the sets `[from, to)`, a copy `(to - from, W, F)`.
  int[] slots(int from, int to) {
    return Arrays.copyOfRange(slots, from * slotIds, to * slotIds);
  }

  private int checkIndex(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("set %d of %d".formatted(index, size));
    }
    return index;
  }

  private void check(int[] query, int[] visible) {
    if (query.length != queryIds) {
      throw new IllegalArgumentException(
          "expected %d ids in the query, found %d".formatted(queryIds, query.length));
    }
    int features = spec.slotFeatures().size();
    if (visible.length > slotIds || visible.length % features != 0) {
      throw new IllegalArgumentException(
          "expected up to %d slots of %d ids, found %d ids"
              .formatted(spec.slots(), features, visible.length));
    }
    for (int g = 0; g < queryIds; g++) {
      checkId("query feature", g, query[g], spec.queryFeatures().get(g));
    }
    for (int i = 0; i < visible.length; i++) {
      if (visible[i - i % features] != HIDDEN) {
        checkId("slot feature", i % features, visible[i], spec.slotFeatures().get(i % features));
      }
    }
  }

  private static void checkId(String what, int feature, int id, int ids) {
    if (id < 0 || id >= ids) {
      throw new IllegalArgumentException(
          "expected an id below %d in %s %d, found %d".formatted(ids, what, feature, id));
    }
  }

  private void grow() {
    if ((size + 1) * (long) Math.max(queryIds, slotIds) > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a batch holds at most 2^31 ids");
    }
    queries = grown(queries, (size + 1) * queryIds);
    slots = grown(slots, (size + 1) * slotIds);
  }

  private static int[] grown(int[] ids, int needed) {
    return needed <= ids.length
        ? ids
        : Arrays.copyOf(
            ids, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, ids.length * 2L)));
  }
}
