package dev.lockstep.grammar.mu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The calls in expressions, built-ins included.
final class Calls {
  private Calls() {}

  static List<MuExpression.Call> in(List<MuExpression> expressions) {
    List<MuExpression.Call> calls = new ArrayList<>();
    Deque<MuExpression> open = new ArrayDeque<>(expressions);
    while (!open.isEmpty()) {
      MuExpression expression = open.pop();
      if (expression instanceof MuExpression.Call call) {
        calls.add(call);
      }
      parts(expression).forEach(open::push);
    }
    return calls;
  }

  private static List<MuExpression> parts(MuExpression expression) {
    return switch (expression) {
      case MuExpression.Int _, MuExpression.Bool _, MuExpression.Name _ -> List.of();
      case MuExpression.ListOf it -> it.elements();
      case MuExpression.Call it -> it.arguments();
      case MuExpression.Index it -> List.of(it.list(), it.index());
      case MuExpression.Prefix it -> List.of(it.operand());
      case MuExpression.Binary it -> List.of(it.left(), it.right());
    };
  }
}
