package dev.lockstep.grammar.mu;

import java.util.List;
import java.util.Optional;

/// A Mu program: its records, functions and tests, each in the order they are written, those of
/// imported files behind those of the files that import them.
public record MuProgram(List<MuRecord> records, List<MuFunction> functions, List<MuTest> tests) {
  /// The function that a run starts in.
  public static final String MAIN = "main";

  public MuProgram {
    records = List.copyOf(records);
    functions = List.copyOf(functions);
    tests = List.copyOf(tests);
  }

  public Optional<MuFunction> function(String name) {
    return functions.stream().filter(function -> function.name().equals(name)).findFirst();
  }

  public Optional<MuRecord> record(String name) {
    return records.stream().filter(record -> record.name().equals(name)).findFirst();
  }

  /// The function that a run starts in. Throws `IllegalStateException` where an unchecked program
  /// has none.
  public MuFunction main() {
    return function(MAIN).orElseThrow(() -> new IllegalStateException("no main: not checked"));
  }
}
