package dev.lockstep.mu;

import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Which parts of an expression need instructions of their own: calls, `pop`, list literals, and
/// everything around them.
final class Effects {
  private final Set<MuExpression> effectful = Collections.newSetFromMap(new IdentityHashMap<>());

  private Effects() {}

  /// Visits every part of `expressions` once.
  static Effects of(List<MuExpression> expressions) {
    Effects effects = new Effects();
    expressions.forEach(effects::visit);
    return effects;
  }

  static Effects of(MuExpression expression) {
    return of(List.of(expression));
  }

  boolean in(MuExpression part) {
    return effectful.contains(part);
  }

  /// Whether a later effect cannot change the value of a formula, nor come before its fault.
  static boolean stable(MuExpression pure) {
    return switch (pure) {
      case MuExpression.Int _, MuExpression.Bool _, MuExpression.Name _ -> true;
      case MuExpression.Index _, MuExpression.Call _, MuExpression.ListOf _ -> false;
      case MuExpression.Prefix it -> stable(it.operand());
      case MuExpression.Binary it ->
          operatorStable(it.operator()) && stable(it.left()) && stable(it.right());
    };
  }

  /// Whether an operator on stable operands is stable: a division may fault, an equation may read
  /// lists.
  static boolean operatorStable(MuOperator operator) {
    return switch (operator) {
      case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, PLUS, MINUS -> true;
      case EQUAL, NOT_EQUAL, TIMES, DIVIDE, REMAINDER -> false;
    };
  }

  private boolean visit(MuExpression expression) {
    boolean found =
        switch (expression) {
          case MuExpression.Int _, MuExpression.Bool _, MuExpression.Name _ -> false;
          case MuExpression.Index it -> visitAll(List.of(it.list(), it.index()), false);
          case MuExpression.Prefix it -> visit(it.operand());
          case MuExpression.Binary it -> visitAll(List.of(it.left(), it.right()), false);
          case MuExpression.ListOf it -> visitAll(it.elements(), true);
          case MuExpression.Call it ->
              visitAll(it.arguments(), !it.function().equals(MuBuiltin.LEN.word()));
        };
    if (found) {
      effectful.add(expression);
    }
    return found;
  }

  private boolean visitAll(Iterable<MuExpression> parts, boolean found) {
    boolean any = found;
    for (MuExpression part : parts) {
      any |= visit(part);
    }
    return any;
  }
}
