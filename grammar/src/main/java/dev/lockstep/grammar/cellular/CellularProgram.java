package dev.lockstep.grammar.cellular;

import java.util.OptionalLong;

/// A cellular automaton as written.
///
/// @param steps generations of a run whose input does not say how many; endless where there are
///   none
public record CellularProgram(CellularRule rule, Boundary boundary, OptionalLong steps) {
  /// Whether the board is a row, not a plane.
  public boolean isRow() {
    return rule instanceof CellularRule.Numbered;
  }
}
