package dev.lockstep.mu;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import java.math.BigInteger;
import java.util.Optional;

/// The operators as the exact engine's code calls them.
final class ExactOperators {
  private ExactOperators() {}

  /// The method here that computes `operator`.
  static Optional<String> method(MuOperator operator) {
    return switch (operator) {
      case PLUS -> Optional.of("plus");
      case MINUS -> Optional.of("minus");
      case TIMES -> Optional.of("times");
      case DIVIDE -> Optional.of("divide");
      case REMAINDER -> Optional.of("remainder");
      case EQUAL -> Optional.of("equal");
      case NOT_EQUAL -> Optional.of("notEqual");
      case LESS -> Optional.of("less");
      case LESS_OR_EQUAL -> Optional.of("lessOrEqual");
      case GREATER -> Optional.of("greater");
      case GREATER_OR_EQUAL -> Optional.of("greaterOrEqual");
      default -> Optional.empty();
    };
  }

  /// Whether the method takes a place for its fault.
  static boolean mayFail(MuOperator operator) {
    return switch (operator) {
      case TIMES, DIVIDE, REMAINDER -> true;
      default -> false;
    };
  }

  static boolean isArithmetic(MuOperator operator) {
    return switch (operator) {
      case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> true;
      default -> false;
    };
  }

  static MuValue plus(MuValue left, MuValue right) {
    return new MuValue.IntValue(number(left).add(number(right)));
  }

  static MuValue minus(MuValue left, MuValue right) {
    return new MuValue.IntValue(number(left).subtract(number(right)));
  }

  static MuValue times(MuValue left, MuValue right, Span span) {
    return Arithmetic.combine(MuOperator.TIMES, left, right, span);
  }

  static MuValue divide(MuValue left, MuValue right, Span span) {
    return Arithmetic.combine(MuOperator.DIVIDE, left, right, span);
  }

  static MuValue remainder(MuValue left, MuValue right, Span span) {
    return Arithmetic.combine(MuOperator.REMAINDER, left, right, span);
  }

  static MuValue equal(MuValue left, MuValue right) {
    return ExactRun.truth(left.equals(right));
  }

  static MuValue notEqual(MuValue left, MuValue right) {
    return ExactRun.truth(!left.equals(right));
  }

  static MuValue less(MuValue left, MuValue right) {
    return ExactRun.truth(number(left).compareTo(number(right)) < 0);
  }

  static MuValue lessOrEqual(MuValue left, MuValue right) {
    return ExactRun.truth(number(left).compareTo(number(right)) <= 0);
  }

  static MuValue greater(MuValue left, MuValue right) {
    return ExactRun.truth(number(left).compareTo(number(right)) > 0);
  }

  static MuValue greaterOrEqual(MuValue left, MuValue right) {
    return ExactRun.truth(number(left).compareTo(number(right)) >= 0);
  }

  static MuValue negate(MuValue operand) {
    return Arithmetic.prefix(MuExpression.Sign.MINUS, operand);
  }

  static MuValue not(MuValue operand) {
    return ExactRun.truth(!ExactRun.isTrue(operand));
  }

  private static BigInteger number(MuValue value) {
    return ((MuValue.IntValue) value).value();
  }
}
