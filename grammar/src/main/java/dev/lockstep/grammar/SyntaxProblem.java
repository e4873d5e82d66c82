package dev.lockstep.grammar;

/// What can be wrong with the text of any language, before it means anything.
public enum SyntaxProblem implements Problem {
  /// Something else was expected where this stands.
  UNEXPECTED,
  /// A character that no token of the language begins with.
  CHARACTER,
  /// Brackets or operators that nest deeper than they may.
  NESTING;

  @Override
  public String language() {
    return "syntax";
  }
}
