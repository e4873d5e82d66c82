package dev.lockstep.mu.machine;

import dev.lockstep.mu.value.Heap;
import dev.lockstep.mu.value.MuTable;
import dev.lockstep.mu.value.MuValue;
import org.pcollections.PMap;
import org.pcollections.PVector;

/// The lists, maps and sets of a configuration.
record PersistentHeap(PMap<Integer, PVector<MuValue>> lists, PMap<Integer, MuTable> tables)
    implements Heap {
  static PersistentHeap of(MuConfiguration configuration) {
    return new PersistentHeap(configuration.heap(), configuration.tables());
  }

  @Override
  public PVector<MuValue> list(int id) {
    PVector<MuValue> list = lists.get(id);
    if (list == null) {
      throw new IllegalArgumentException("no list " + id);
    }
    return list;
  }

  @Override
  public MuTable table(int id) {
    MuTable table = tables.get(id);
    if (table == null) {
      throw new IllegalArgumentException("no map or set " + id);
    }
    return table;
  }

  @Override
  public boolean isTable(int id) {
    return tables.containsKey(id);
  }
}
