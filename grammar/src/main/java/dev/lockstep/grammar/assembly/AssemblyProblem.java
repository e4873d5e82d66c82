package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Problem;

/// What can be wrong with an assembler program that the grammar allows; `explanations.md` explains
/// each.
public enum AssemblyProblem implements Problem {
  ADDRESS,
  DIRECTIVE,
  DIVISION_BY_ZERO,
  FUNCTION,
  NO_INSTRUCTION,
  OPERANDS,
  PORT,
  REGISTER,
  SECOND_LINE,
  SECOND_NAME,
  STARTS_ON_DATA,
  TOO_LARGE,
  UNKNOWN_INSTRUCTION,
  UNKNOWN_NAME,
  UNUSED_LABEL,
  WORD;

  @Override
  public String language() {
    return "assembly";
  }
}
