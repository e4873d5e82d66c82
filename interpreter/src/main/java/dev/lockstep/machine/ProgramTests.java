package dev.lockstep.machine;

import dev.lockstep.grammar.Span;
import java.util.List;

/// The tests that a program holds. A test is passed where its run halts.
///
/// @param machine that runs them
public record ProgramTests<C, D>(Machine<C, D> machine, List<Case<C>> cases) {
  public ProgramTests {
    cases = List.copyOf(cases);
  }

  /// One test.
  ///
  /// @param span of the name
  /// @param start where its run starts
  public record Case<C>(String name, Span span, C start) {}
}
