package dev.lockstep.mu.code;

import dev.lockstep.grammar.mu.Calls;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuLibrary;
import dev.lockstep.grammar.mu.MuProgram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts the functions of the library that a program calls behind its own.
final class Linker {
  private Linker() {}

  static List<MuFunction> link(MuProgram program, List<MuFunction> own) {
    Set<String> known = new HashSet<>();
    program.functions().forEach(function -> known.add(function.name()));
    List<MuFunction> linked = new ArrayList<>(own);
    for (MuFunction function : own) {
      for (String called : Calls.functions(function)) {
        if (MuBuiltin.of(called).isEmpty() && known.add(called)) {
          MuLibrary.function(called).ifPresent(linked::add);
        }
      }
    }
    return linked;
  }
}
