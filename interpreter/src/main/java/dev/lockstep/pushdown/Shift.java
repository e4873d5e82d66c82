package dev.lockstep.pushdown;

import java.util.List;

/// What one step changes: the symbol read, each stack, the state.
///
/// @param read one symbol, or empty where nothing is read
public record Shift(String read, List<Change> changes, String state) {
  public Shift {
    changes = List.copyOf(changes);
  }

  /// What is taken from a stack, one symbol or none, and what is put on it, the first on top.
  public record Change(String pop, String push) {
    static final Change NONE = new Change("", "");

    /// The change in its shortest form: what is popped and pushed again has stayed.
    static Change of(String pop, String push) {
      return !pop.isEmpty() && push.endsWith(pop)
          ? new Change("", push.substring(0, push.length() - pop.length()))
          : new Change(pop, push);
    }
  }
}
