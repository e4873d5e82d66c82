package dev.lockstep.grammar.automaton;

import dev.lockstep.grammar.Problem;

/// What can be wrong with a finite automaton that the grammar allows; `explanations.md` explains
/// each.
public enum AutomatonProblem implements Problem {
  MISSING_START,
  NEVER_ACCEPTS,
  NEVER_REACHED,
  READS_NOTHING,
  SECOND_START,
  SECOND_TRANSITION,
  SYMBOL_LENGTH,
  UNDEFINED_STATE,
  WRITTEN_TWICE;

  @Override
  public String language() {
    return "automaton";
  }
}
