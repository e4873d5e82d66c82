package dev.lockstep.mu.exact;

import dev.lockstep.mu.value.MuTable;
import dev.lockstep.mu.value.MuValue;
import dev.lockstep.mu.value.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// A map or a set that changes in place, as a compiled program has it. What changes takes constant
/// time; a look by index after a removal closes the gaps first.
final class MutableTable implements Table {
  private static final MuValue PRESENT = new MuValue.BoolValue(true);

  private final boolean set;
  private final Map<MuValue, Entry> entries = new HashMap<>();
  private final ArrayList<Entry> order = new ArrayList<>(); // null where a key was removed
  private int whole; // there are no gaps before this index

  private static final class Entry {
    private final MuValue key;
    private MuValue value;
    private int index;

    Entry(MuValue key, MuValue value, int index) {
      this.key = key;
      this.value = value;
      this.index = index;
    }

    MuValue value() {
      return value;
    }

    MuValue key() {
      return key;
    }
  }

  MutableTable(boolean set) {
    this.set = set;
  }

  /// What `table` holds.
  static MutableTable of(MuTable table) {
    MutableTable made = new MutableTable(table.isSet());
    List<MuValue> values = table.values();
    for (int i = 0; i < table.size(); i++) {
      made.put(table.key(i), values.get(i));
    }
    return made;
  }

  @Override
  public boolean isSet() {
    return set;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public MuValue key(int index) {
    if (index >= whole) {
      closeGaps();
    }
    return order.get(index).key;
  }

  @Override
  public List<MuValue> keys() {
    return all(Entry::key);
  }

  @Override
  public List<MuValue> values() {
    return all(Entry::value);
  }

  private List<MuValue> all(Function<Entry, MuValue> part) {
    return order.stream().filter(Objects::nonNull).map(part).toList();
  }

  @Override
  public Optional<MuValue> get(MuValue key) {
    Entry entry = entries.get(key);
    return entry == null ? Optional.empty() : Optional.of(entry.value);
  }

  @Override
  public boolean contains(MuValue key) {
    return entries.containsKey(key);
  }

  /// A new element of a set, unless it is there. The change of the memory cells in use.
  long add(MuValue element) {
    return put(element, PRESENT);
  }

  /// The change of the memory cells in use.
  long put(MuValue key, MuValue value) {
    Entry old = entries.get(key);
    if (old != null) {
      long change = set ? 0 : value.cells() - old.value.cells();
      old.value = value;
      return change;
    }
    int index = order.size();
    Entry entry = new Entry(key, value, index);
    entries.put(key, entry);
    order.add(entry);
    if (whole == index) {
      whole++;
    }
    return cells(entry);
  }

  /// Without `key`, which it has. The change of the memory cells in use.
  long remove(MuValue key) {
    Entry entry = entries.remove(key);
    order.set(entry.index, null);
    whole = Math.min(whole, entry.index);
    if (order.size() > 2 * entries.size() + 16) {
      closeGaps();
    }
    return -cells(entry);
  }

  private void closeGaps() {
    int to = whole;
    for (int from = whole; from < order.size(); from++) {
      Entry entry = order.get(from);
      if (entry != null) {
        entry.index = to;
        order.set(to, entry);
        to++;
      }
    }
    order.subList(to, order.size()).clear();
    whole = to;
  }

  private long cells(Entry entry) {
    return entry.key.cells() + (set ? 0 : entry.value.cells());
  }
}
