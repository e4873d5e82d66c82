package dev.lockstep.grammar.mu;

import java.util.List;
import java.util.Optional;

/// A Mu program: its functions, in the order they are written.
public record MuProgram(List<MuFunction> functions) {
  /// The function that a run starts in.
  public static final String MAIN = "main";

  public MuProgram {
    functions = List.copyOf(functions);
  }

  public Optional<MuFunction> function(String name) {
    return functions.stream().filter(function -> function.name().equals(name)).findFirst();
  }

  /// The function that a run starts in. Throws `IllegalStateException` where an unchecked program
  /// has none.
  public MuFunction main() {
    return function(MAIN).orElseThrow(() -> new IllegalStateException("no main: not checked"));
  }
}
