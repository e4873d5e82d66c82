package dev.lockstep.mu.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The visible names of the function that is being written.
final class Names {
  private final Map<Sort, List<String>> names = new EnumMap<>(Sort.class);
  private int made;

  Names() {
    for (Sort sort : Sort.values()) {
      names.put(sort, new ArrayList<>());
    }
  }

  /// A name that the function has not had.
  String fresh() {
    made++;
    return "v" + made;
  }

  List<String> of(Sort sort) {
    return names.get(sort);
  }

  boolean has(Sort sort) {
    return !names.get(sort).isEmpty();
  }

  /// The name, visible from here on.
  String add(String name, Sort... sorts) {
    for (Sort sort : sorts) {
      names.get(sort).add(name);
    }
    return name;
  }

  void remove(String name, Sort sort) {
    names.get(sort).remove(name);
  }

  /// What is visible now.
  Names copy() {
    Names copy = new Names();
    names.forEach((sort, visible) -> copy.names.get(sort).addAll(visible));
    return copy;
  }

  /// What a block declares ends with it; names are not used twice.
  void forget(Names before) {
    names.forEach((sort, visible) -> visible.retainAll(before.names.get(sort)));
  }

  /// Again as `before`, those included that were not to change for a while.
  void restore(Names before, Sort sort) {
    names.get(sort).clear();
    names.get(sort).addAll(before.names.get(sort));
  }
}
