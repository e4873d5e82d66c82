package dev.lockstep.grammar.tag;

import dev.lockstep.grammar.Problem;

/// What can be wrong with a tag, lag or normal system that the grammar allows; `explanations.md`
/// explains each.
public enum TagProblem implements Problem {
  LEFT_SIDE,
  NEVER_READ,
  NO_RULE,
  NUMBER,
  OVERLAP,
  RULE_OF_HALT_SYMBOL,
  SECOND_DECLARATION,
  SECOND_RULE;

  @Override
  public String language() {
    return "tag";
  }
}
