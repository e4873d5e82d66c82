package dev.lockstep.mu.exact;

import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.value.Heap;
import dev.lockstep.mu.value.MuTable;
import dev.lockstep.mu.value.MuValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lists, maps and sets of a compiled program, which change in place; none is ever reclaimed.
final class MutableHeap implements Heap {
  // by number; each number is a list's or a table's
  private final ArrayList<List<MuValue>> lists = new ArrayList<>();
  private final ArrayList<MutableTable> tables = new ArrayList<>();
  private final MutableTable none = new MutableTable(true); // beside a list

  /// What the start of a run holds.
  MutableHeap(MuConfiguration start) {
    for (int id = 0; id < start.nextId(); id++) {
      Optional<MuTable> table = Optional.ofNullable(start.tables().get(id));
      if (table.isPresent()) {
        add(MutableTable.of(table.get()));
      } else {
        add(new ArrayList<>(start.heap().get(id)));
      }
    }
  }

  @Override
  public List<MuValue> list(int id) {
    return lists.get(id);
  }

  @Override
  public MutableTable table(int id) {
    return tables.get(id);
  }

  @Override
  public boolean isTable(int id) {
    return tables.get(id) != none;
  }

  @Override
  public List<MuValue> list(MuValue value) {
    return lists.get(((MuValue.ListRef) value).id());
  }

  /// The number of a new list.
  int add(List<MuValue> list) {
    lists.add(list);
    tables.add(none);
    return lists.size() - 1;
  }

  /// The number of a new map or set.
  int add(MutableTable table) {
    lists.add(new ArrayList<>(0));
    tables.add(table);
    return tables.size() - 1;
  }
}
