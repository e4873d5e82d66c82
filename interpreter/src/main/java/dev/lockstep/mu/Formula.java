package dev.lockstep.mu;

import dev.lockstep.grammar.mu.MuExpression;
import java.util.List;

/// An expression that is evaluated in one event: it calls nothing and makes no list.
public final class Formula {
  private final MuExpression expression;
  private final List<Operation> operations;

  private Formula(MuExpression expression, List<Operation> operations) {
    this.expression = expression;
    this.operations = List.copyOf(operations);
  }

  /// Recurses as deep as `expression` is nested. Throws `IllegalArgumentException` where it calls a
  /// function other than `len` or makes a list.
  static Formula of(MuExpression expression) {
    return new Formula(expression, FormulaCompiler.compile(expression));
  }

  /// What it computes: literals, names, `xs[i]`, `len(xs)` and operators.
  public MuExpression expression() {
    return expression;
  }

  /// In postfix order.
  List<Operation> operations() {
    return operations;
  }
}
