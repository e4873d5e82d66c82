package dev.lockstep.mu.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// A map or a set, persistent: keys in the order in which they came. Every change takes O(log² n).
///
/// Two tables are equal that have the same kind, and equal entries in the same order, whatever
/// became of other keys before.
public final class MuTable implements Table {
  private static final MuValue PRESENT = new MuValue.BoolValue(true);

  private final boolean set;
  private final PMap<MuValue, Slot> slots;
  private final PVector<Key> order; // by number
  private final long upcoming;

  private MuTable(boolean set, PMap<MuValue, Slot> slots, PVector<Key> order, long upcoming) {
    this.set = set;
    this.slots = slots;
    this.order = order;
    this.upcoming = upcoming;
  }

  private record Slot(long number, MuValue value) {}

  private record Key(long number, MuValue key) {}

  static MuTable empty(boolean set) {
    return new MuTable(set, HashTreePMap.empty(), TreePVector.empty(), 0);
  }

  /// A set where `set`, of `keys` alone; else a map of `keys` to `values`.
  public static MuTable of(boolean set, List<MuValue> keys, List<MuValue> values) {
    MuTable table = empty(set);
    for (int i = 0; i < keys.size(); i++) {
      table = table.put(keys.get(i), set ? PRESENT : values.get(i));
    }
    return table;
  }

  @Override
  public boolean isSet() {
    return set;
  }

  @Override
  public int size() {
    return order.size();
  }

  /// The key at `index`, from 0, in order.
  @Override
  public MuValue key(int index) {
    return order.get(index).key();
  }

  @Override
  public List<MuValue> keys() {
    return order.stream().map(Key::key).toList();
  }

  /// The values in the order of their keys; of a set, `true` each.
  @Override
  public List<MuValue> values() {
    return order.stream().map(it -> slots.get(it.key()).value()).toList();
  }

  @Override
  public Optional<MuValue> get(MuValue key) {
    return Optional.ofNullable(slots.get(key)).map(Slot::value);
  }

  @Override
  public boolean contains(MuValue key) {
    return slots.containsKey(key);
  }

  /// With a value for `key`, which keeps its place where it has one.
  public MuTable put(MuValue key, MuValue value) {
    Slot old = slots.get(key);
    long number = old == null ? upcoming : old.number();
    PMap<MuValue, Slot> changed = slots.plus(key, new Slot(number, value));
    return old == null
        ? new MuTable(set, changed, order.plus(new Key(number, key)), upcoming + 1)
        : new MuTable(set, changed, order, upcoming);
  }

  /// Without `key`, which it has.
  public MuTable remove(MuValue key) {
    long number = slots.get(key).number();
    int low = 0;
    int high = order.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.get(middle).number() < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return new MuTable(set, slots.minus(key), order.minus(low), upcoming);
  }

  /// The memory cells of an entry.
  public long cells(MuValue key) {
    Slot slot = slots.get(key);
    return slot == null ? 0 : key.cells() + (set ? 0 : slot.value().cells());
  }

  /// The memory cells of all entries.
  public long cells() {
    long cells = 0;
    for (Map.Entry<MuValue, Slot> entry : slots.entrySet()) {
      cells += cells(entry.getKey());
    }
    return cells;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MuTable table
        && set == table.set
        && keys().equals(table.keys())
        && values().equals(table.values());
  }

  @Override
  public int hashCode() {
    return 31 * keys().hashCode() + values().hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < size(); i++) {
      text.append(i == 0 ? "" : ", ").append(key(i));
      text.append(set ? "" : ": " + slots.get(key(i)).value());
    }
    return text.append('}').toString();
  }
}
