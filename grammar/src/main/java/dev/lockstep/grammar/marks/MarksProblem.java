package dev.lockstep.grammar.marks;

import dev.lockstep.grammar.Problem;

/// What can be wrong with a program of marks that the grammar allows; `explanations.md` explains
/// each.
public enum MarksProblem implements Problem {
  NOT_WANGS,
  NO_INSTRUCTION,
  SECOND_LABEL,
  UNKNOWN_LABEL,
  UNUSED_LABEL;

  @Override
  public String language() {
    return "marks";
  }
}
