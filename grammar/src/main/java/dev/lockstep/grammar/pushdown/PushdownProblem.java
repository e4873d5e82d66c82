package dev.lockstep.grammar.pushdown;

import dev.lockstep.grammar.Problem;

/// What can be wrong with a pushdown automaton that the grammar allows; `explanations.md` explains
/// each.
public enum PushdownProblem implements Problem {
  MISSING_START,
  NEVER_ACCEPTS,
  NEVER_PUSHED,
  NEVER_REACHED,
  NO_RULE,
  OVERLAP,
  SECOND_DECLARATION,
  STACKS,
  SYMBOL_LENGTH,
  UNDEFINED_STATE;

  @Override
  public String language() {
    return "pushdown";
  }
}
