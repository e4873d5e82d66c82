package dev.lockstep.mu.code;

import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuProgram;
import java.util.List;

/// An expression that is evaluated in one event: it calls nothing but built-ins that look, and
/// makes no list, map or set.
public final class Formula {
  private final MuExpression expression;
  private final List<Operation> operations;

  private Formula(MuExpression expression, List<Operation> operations) {
    this.expression = expression;
    this.operations = List.copyOf(operations);
  }

  /// Recurses as deep as `expression` is nested. Throws `IllegalArgumentException` where it is no
  /// formula.
  ///
  /// @param program whose records it makes
  static Formula of(MuExpression expression, MuProgram program) {
    return new Formula(expression, FormulaCompiler.compile(expression, program));
  }

  /// What it computes: literals, names, `xs[i]`, `len(xs)`, operators; and texts, tuples, records,
  /// options and the built-ins on them.
  public MuExpression expression() {
    return expression;
  }

  /// In postfix order.
  public List<Operation> operations() {
    return operations;
  }
}
