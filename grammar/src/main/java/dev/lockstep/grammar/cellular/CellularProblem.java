package dev.lockstep.grammar.cellular;

import dev.lockstep.grammar.Problem;

/// What can be wrong with a cellular automaton that the grammar allows; `explanations.md` explains
/// each.
public enum CellularProblem implements Problem {
  LIFE_FROM_NOTHING,
  NO_RULE,
  RADIUS,
  RULE_NUMBER,
  SECOND_LINE,
  SIZE,
  STEPS;

  @Override
  public String language() {
    return "cellular";
  }
}
