package dev.lockstep.grammar.mu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The records and functions of a program, which functions call which, and which have effects.
final class Signatures {
  private final Map<String, MuFunction> functions = new LinkedHashMap<>();
  private final Map<String, MuRecord> records = new LinkedHashMap<>();
  private final Map<String, Set<String>> callers = new LinkedHashMap<>();
  private final Set<String> effects = new HashSet<>();
  private final Set<MuExpression> guards = Collections.newSetFromMap(new IdentityHashMap<>());

  void add(MuFunction function) {
    functions.put(function.name(), function);
  }

  void add(MuRecord record) {
    records.put(record.name(), record);
  }

  /// A function of the program.
  Optional<MuFunction> own(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /// A function of the program or else of the library.
  Optional<MuFunction> find(String name) {
    return own(name).or(() -> MuLibrary.function(name));
  }

  Optional<MuRecord> record(String name) {
    return Optional.ofNullable(records.get(name));
  }

  Set<String> records() {
    return records.keySet();
  }

  /// Every name that can be called.
  List<String> names() {
    List<String> names = new ArrayList<>(functions.keySet());
    names.addAll(records.keySet());
    Arrays.stream(MuBuiltin.values()).map(MuBuiltin::word).forEach(names::add);
    names.addAll(MuLibrary.names());
    return names;
  }

  void call(String caller, String called) {
    callers.computeIfAbsent(called, _ -> new HashSet<>()).add(caller);
  }

  /// The names that are called somewhere.
  Set<String> called() {
    return callers.keySet();
  }

  /// `function` prints or changes a list.
  void effect(String function) {
    effects.add(function);
  }

  /// `condition` is the guard of a pattern.
  void guard(MuExpression condition) {
    guards.add(condition);
  }

  /// All guards, which only look.
  List<MuExpression> guards() {
    return List.copyOf(guards);
  }

  /// The functions whose calls print or change a list, by themselves or by what they call.
  Set<String> withEffects() {
    Set<String> found = new HashSet<>(effects);
    List<String> open = new ArrayList<>(effects);
    while (!open.isEmpty()) {
      for (String caller : callers.getOrDefault(open.removeLast(), Set.of())) {
        if (found.add(caller)) {
          open.add(caller);
        }
      }
    }
    return found;
  }
}
