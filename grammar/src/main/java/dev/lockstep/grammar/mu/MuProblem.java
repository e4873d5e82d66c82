package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Problem;

/// What can be wrong with a Mu program that the grammar allows; `explanations.md` explains each.
public enum MuProblem implements Problem {
  ARGUMENTS,
  EMPTY_LIST,
  ESCAPE,
  FIELDS,
  IMPORT,
  INEXHAUSTIVE,
  MISSING_RESULT,
  MISSING_RETURN,
  NAME_TAKEN,
  NESTING,
  NEVER_READ,
  NOT_A_VARIABLE,
  NOT_ASSIGNABLE,
  NO_LOOP,
  NO_MAIN,
  NO_VALUE,
  PATTERN,
  RECURSIVE_RECORD,
  REQUIRES_EFFECT,
  TWO_TYPES,
  TYPE,
  UNEXPECTED_RESULT,
  UNKNOWN_FUNCTION,
  UNKNOWN_TYPE,
  UNKNOWN_VARIABLE,
  UNREACHABLE,
  UNUSED_VALUE;

  @Override
  public String language() {
    return "mu";
  }
}
