package dev.lockstep.neural;

import java.util.Arrays;
import java.util.Objects;

/// A growing batch of visible sets in host memory. Not thread-safe while it grows.
///
/// Shapes: B sets, G ids of a query, W slots of F ids each.
public final class VisibleSets {
  /// The first id of a hidden slot.
  public static final int HIDDEN = -1;

  private final LocalSpec spec;
  private final int queryIds; // G
  private final int slotIds; // F
  private final Tuples tuples; // the distinct slots; 0 stands for a hidden one
  private int[] queries; // (B, G)
  private int[] kinds; // (B, W): which tuple
  private int size; // B

  /// An empty batch for models of this shape.
  public VisibleSets(LocalSpec spec) {
    this.spec = spec;
    this.queryIds = spec.queryFeatures().size();
    this.slotIds = spec.slotFeatures().size();
    this.tuples = new Tuples(slotIds);
    this.queries = new int[16 * queryIds];
    this.kinds = new int[16 * spec.slots()];
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
  /// @return this
  /// @throws IllegalArgumentException for an id outside its feature or a wrong number of ids
  public VisibleSets add(int[] query, int[] visible) {
    check(query, visible);
    grow();
    System.arraycopy(query, 0, queries, size * queryIds, queryIds);
    int from = size * spec.slots();
    Arrays.fill(kinds, from, from + spec.slots(), 0);
    for (int at = 0; at < visible.length; at += slotIds) {
      kinds[from++] = visible[at] == HIDDEN ? 0 : tuples.number(visible, at);
    }
    size++;
    return this;
  }

  /// Adds all sets of another batch of the same spec.
  public VisibleSets addAll(VisibleSets others) {
    if (!others.spec.equals(spec)) {
      throw new IllegalArgumentException("the visible sets belong to another spec");
    }
    int count = others.size;
    for (int i = 0; i < count; i++) {
      add(others.query(i), others.slots(i));
    }
    return this;
  }

  /// Forgets all sets but keeps the memory.
  public void clear() {
    size = 0;
    tuples.clear();
  }

  /// The ids of query `index`, a copy (G).
  public int[] query(int index) {
    int from = Objects.checkIndex(index, size) * queryIds;
    return Arrays.copyOfRange(queries, from, from + queryIds);
  }

  /// The ids of the slots of set `index`, a copy (W · F); `HIDDEN` throughout for a hidden slot.
  public int[] slots(int index) {
    int from = Objects.checkIndex(index, size) * spec.slots();
    int[] ids = new int[spec.slots() * slotIds];
    Arrays.fill(ids, HIDDEN);
    for (int slot = 0; slot < spec.slots(); slot++) {
      if (kinds[from + slot] != 0) {
        tuples.copy(kinds[from + slot], ids, slot * slotIds);
      }
    }
    return ids;
  }

  /// The queries of the sets `[from, to)`, a copy `(to - from, G)`.
  int[] queries(int from, int to) {
    return Arrays.copyOfRange(queries, from * queryIds, to * queryIds);
  }

  /// The distinct slots, `(U, F)`; the first, all zeros, stands for a hidden slot.
  int[] tuples() {
    return tuples.all();
  }

  /// For each slot of the sets `[from, to)` its row in `tuples()`: `(to - from, W)`.
  int[] kinds(int from, int to) {
    return Arrays.copyOfRange(kinds, from * spec.slots(), to * spec.slots());
  }

  private void check(int[] query, int[] visible) {
    if (query.length != queryIds) {
      throw new IllegalArgumentException(
          "expected %d ids in the query, found %d".formatted(queryIds, query.length));
    }
    if (visible.length > spec.slots() * slotIds || visible.length % slotIds != 0) {
      throw new IllegalArgumentException(
          "expected up to %d slots of %d ids, found %d ids"
              .formatted(spec.slots(), slotIds, visible.length));
    }
    for (int g = 0; g < queryIds; g++) {
      checkId("query", g, query[g], spec.queryFeatures().get(g));
    }
    for (int at = 0; at < visible.length; at += slotIds) {
      for (int f = 0; f < slotIds && visible[at] != HIDDEN; f++) {
        checkId("slot", f, visible[at + f], spec.slotFeatures().get(f));
      }
    }
  }

  private static void checkId(String what, int feature, int id, int ids) {
    if (id < 0 || id >= ids) {
      throw new IllegalArgumentException(
          "expected an id below %d in %s feature %d, found %d".formatted(ids, what, feature, id));
    }
  }

  private void grow() {
    queries = grown(queries, (size + 1L) * queryIds);
    kinds = grown(kinds, (size + 1L) * spec.slots());
  }

  private static int[] grown(int[] ids, long needed) {
    if (needed > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a batch holds at most 2^31 ids");
    }
    long length = Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, ids.length * 2L));
    return needed <= ids.length ? ids : Arrays.copyOf(ids, (int) length);
  }
}
