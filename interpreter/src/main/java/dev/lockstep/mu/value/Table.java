package dev.lockstep.mu.value;

import java.util.List;
import java.util.Optional;

/// A map or a set, seen from the program: keys in the order in which they came.
public interface Table {
  boolean isSet();

  int size();

  /// The key at `index`, from 0, in order.
  MuValue key(int index);

  List<MuValue> keys();

  /// The values in the order of their keys; of a set, `true` each.
  List<MuValue> values();

  Optional<MuValue> get(MuValue key);

  boolean contains(MuValue key);
}
