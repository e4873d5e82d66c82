package dev.lockstep.machine;

import java.util.ArrayList;
import java.util.List;

/// One run in memory: where it started, what changed, how it ended. Replayed by `apply` alone.
public record Trace<C, D>(C start, List<D> deltas, List<Note> notes, Ending ending, C last) {
  public Trace {
    deltas = List.copyOf(deltas);
    notes = List.copyOf(notes);
    if (notes.size() != deltas.size()) {
      throw new IllegalArgumentException(notes.size() + " notes for " + deltas.size() + " deltas");
    }
  }

  public int steps() {
    return deltas.size();
  }

  /// Every configuration of the run, the first included: one more than there are deltas.
  public List<C> configurations(Machine<C, D> machine) {
    List<C> all = new ArrayList<>(deltas.size() + 1);
    C now = start;
    all.add(now);
    for (D delta : deltas) {
      now = machine.apply(now, delta);
      all.add(now);
    }
    return all;
  }
}
