package dev.lockstep.grammar.markov;

import dev.lockstep.grammar.Problem;

/// What can be wrong with a Markov algorithm that the grammar allows; `explanations.md` explains
/// each.
public enum MarkovProblem implements Problem {
  NEVER_APPLIED,
  NO_RULE;

  @Override
  public String language() {
    return "markov";
  }
}
