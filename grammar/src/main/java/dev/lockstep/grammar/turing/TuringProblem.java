package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Problem;

/// What can be wrong with a Turing machine that the grammar allows; `explanations.md` explains
/// each.
public enum TuringProblem implements Problem {
  MISSING_DECLARATION,
  MISSING_RULE,
  NEVER_HALTS,
  NEVER_REACHED,
  NOTATION,
  NOTATION_CELL,
  NOTATION_ROW,
  RULE_OF_HALT_STATE,
  SECOND_DECLARATION,
  SECOND_RULE,
  SYMBOL_LENGTH,
  TAPES,
  TAPE_COUNT,
  TOO_MANY_CASES,
  UNDEFINED_STATE;

  @Override
  public String language() {
    return "turing";
  }
}
