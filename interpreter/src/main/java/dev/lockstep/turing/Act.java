package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Symbols;

/// What one step changes: the symbol under the head (a code point), where the head stands, and the
/// state.
public record Act(int write, Move move, String state) {

  /// `0 R carry`, as on the right of a rule.
  @Override
  public String toString() {
    return Symbols.written(write) + " " + move + " " + state;
  }
}
