package dev.lockstep.mu;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;

/// One step of the evaluation of a `Formula` on a stack of operands.
sealed interface Operation {
  /// Pushes the value.
  record Constant(MuValue value) implements Operation {}

  /// Pushes the variable's value.
  record Load(String variable) implements Operation {}

  /// Takes an index and a list and pushes the element.
  record Element(Span span) implements Operation {}

  /// Takes a list and pushes its length.
  record Length() implements Operation {}

  record Prefix(MuExpression.Sign sign) implements Operation {}

  record Combine(MuOperator operator, Span span) implements Operation {}

  /// Short circuit: where the top of the stack is `when`, goes on at `target`; else takes it off.
  record Skip(boolean when, int target) implements Operation {}
}
