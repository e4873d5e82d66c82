package dev.lockstep.mu.exact;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.mu.value.Arithmetic;
import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;

/// The operators as the exact engine's code calls them: ints first, whatever else by `Arithmetic`.
final class ExactOperators {
  private static final MuValue.BoolValue TRUE = new MuValue.BoolValue(true);
  private static final MuValue.BoolValue FALSE = new MuValue.BoolValue(false);

  private ExactOperators() {}

  /// The method here that computes `operator`, which is no short circuit.
  static String method(MuOperator operator) {
    return switch (operator) {
      case PLUS -> "plus";
      case MINUS -> "minus";
      case TIMES -> "times";
      case DIVIDE -> "divide";
      case REMAINDER -> "remainder";
      case EQUAL -> "equal";
      case NOT_EQUAL -> "notEqual";
      case LESS -> "less";
      case LESS_OR_EQUAL -> "lessOrEqual";
      case GREATER -> "greater";
      case GREATER_OR_EQUAL -> "greaterOrEqual";
      case IN -> "in";
      case AND, OR -> throw new IllegalArgumentException("a short circuit");
    };
  }

  /// What a method takes beside its operands: what may fail takes a place for its fault, what looks
  /// into the heap the run.
  enum Extra {
    SPAN,
    RUN,
    NOTHING
  }

  static Extra extra(MuOperator operator) {
    return switch (operator) {
      case PLUS, TIMES, DIVIDE, REMAINDER -> Extra.SPAN;
      case EQUAL, NOT_EQUAL, IN -> Extra.RUN;
      case AND, OR, MINUS, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Extra.NOTHING;
    };
  }

  static MuValue plus(MuValue left, MuValue right, Span span) {
    return left instanceof MuValue.IntValue(BigInteger a)
            && right instanceof MuValue.IntValue(BigInteger b)
        ? new MuValue.IntValue(a.add(b))
        : Arithmetic.combine(MuOperator.PLUS, left, right, span);
  }

  static MuValue minus(MuValue left, MuValue right) {
    return new MuValue.IntValue(Arithmetic.asInt(left).subtract(Arithmetic.asInt(right)));
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

  static MuValue equal(MuValue left, MuValue right, ExactRun run) {
    return truth(run.heap.same(left, right));
  }

  static MuValue notEqual(MuValue left, MuValue right, ExactRun run) {
    return truth(!run.heap.same(left, right));
  }

  static MuValue in(MuValue part, MuValue whole, ExactRun run) {
    return truth(run.heap.in(part, whole));
  }

  static MuValue less(MuValue left, MuValue right) {
    return truth(Arithmetic.compare(left, right) < 0);
  }

  static MuValue lessOrEqual(MuValue left, MuValue right) {
    return truth(Arithmetic.compare(left, right) <= 0);
  }

  static MuValue greater(MuValue left, MuValue right) {
    return truth(Arithmetic.compare(left, right) > 0);
  }

  static MuValue greaterOrEqual(MuValue left, MuValue right) {
    return truth(Arithmetic.compare(left, right) >= 0);
  }

  static MuValue negate(MuValue operand) {
    return Arithmetic.prefix(MuExpression.Sign.MINUS, operand);
  }

  static MuValue not(MuValue operand) {
    return truth(!isTrue(operand));
  }

  static MuValue truth(boolean value) {
    return value ? TRUE : FALSE;
  }

  static boolean isTrue(MuValue value) {
    return ((MuValue.BoolValue) value).value();
  }
}
