package dev.lockstep.mu.value;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import java.math.BigInteger;

/// What operators compute.
public final class Arithmetic {
  /// Longer ints are a fault: computing with them would take longer than any run.
  static final int LONGEST_INT_BITS = 1 << 26;

  private Arithmetic() {}

  /// Any operator but `&&`, `||`, and `==` and `!=` of lists. Throws `Stopped` for a division by
  /// zero and `IllegalArgumentException` for operands of the wrong kind.
  public static MuValue combine(MuOperator operator, MuValue left, MuValue right, Span span) {
    if (left instanceof MuValue.BoolValue(boolean a)
        && right instanceof MuValue.BoolValue(boolean b)) {
      return switch (operator) {
        case EQUAL -> truth(a == b);
        case NOT_EQUAL -> truth(a != b);
        case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IN, PLUS, MINUS ->
            throw mismatch(operator);
        case TIMES, DIVIDE, REMAINDER -> throw mismatch(operator);
      };
    }
    if (left instanceof MuValue.Extended) {
      return extended(operator, left, right, span);
    }
    BigInteger a = asInt(left);
    BigInteger b = asInt(right);
    return switch (operator) {
      case EQUAL -> truth(a.equals(b));
      case NOT_EQUAL -> truth(!a.equals(b));
      case LESS -> truth(a.compareTo(b) < 0);
      case LESS_OR_EQUAL -> truth(a.compareTo(b) <= 0);
      case GREATER -> truth(a.compareTo(b) > 0);
      case GREATER_OR_EQUAL -> truth(a.compareTo(b) >= 0);
      case PLUS -> new MuValue.IntValue(a.add(b));
      case MINUS -> new MuValue.IntValue(a.subtract(b));
      case TIMES -> new MuValue.IntValue(times(a, b, span));
      case DIVIDE -> new MuValue.IntValue(floored(a, b, span)[0]);
      case REMAINDER -> new MuValue.IntValue(floored(a, b, span)[1]);
      case OR, AND, IN -> throw mismatch(operator);
    };
  }

  /// Texts and tuples. Equality, and `in`, look into the heap and are `Heap`'s.
  private static MuValue extended(MuOperator operator, MuValue left, MuValue right, Span span) {
    return switch (operator) {
      case PLUS -> MuValue.of(Texts.join(Texts.of(left), Texts.of(right), span));
      case LESS -> truth(compare(left, right) < 0);
      case LESS_OR_EQUAL -> truth(compare(left, right) <= 0);
      case GREATER -> truth(compare(left, right) > 0);
      case GREATER_OR_EQUAL -> truth(compare(left, right) >= 0);
      case OR, AND, EQUAL, NOT_EQUAL, IN, MINUS, TIMES, DIVIDE, REMAINDER ->
          throw mismatch(operator);
    };
  }

  /// The order of ints, of texts by code points, and of tuples by their first different part.
  public static int compare(MuValue left, MuValue right) {
    return switch (left) {
      case MuValue.IntValue(BigInteger number) -> number.compareTo(asInt(right));
      case MuValue.TextValue(String text) -> Texts.compare(text, Texts.of(right));
      case MuValue.TupleValue(var first)
          when right instanceof MuValue.TupleValue(var second) && first.size() == second.size() -> {
        for (int i = 0; i < first.size(); i++) {
          int order = compare(first.get(i), second.get(i));
          if (order != 0) {
            yield order;
          }
        }
        yield 0;
      }
      case MuValue other -> asInt(other).compareTo(asInt(right)); // neither has an order
    };
  }

  /// `-` or `!`.
  public static MuValue prefix(MuExpression.Sign sign, MuValue operand) {
    return switch (sign) {
      case MINUS -> new MuValue.IntValue(asInt(operand).negate());
      case NOT -> truth(!asBool(operand));
    };
  }

  public static MuValue truth(boolean value) {
    return new MuValue.BoolValue(value);
  }

  /// The int. Throws `IllegalArgumentException` where it is none.
  public static BigInteger asInt(MuValue value) {
    if (value instanceof MuValue.IntValue(BigInteger number)) {
      return number;
    }
    throw new IllegalArgumentException("expected an int, found " + value);
  }

  /// The truth. Throws `IllegalArgumentException` where it is none.
  public static boolean asBool(MuValue value) {
    if (value instanceof MuValue.BoolValue(boolean truth)) {
      return truth;
    }
    throw new IllegalArgumentException("expected a bool, found " + value);
  }

  private static BigInteger times(BigInteger a, BigInteger b, Span span) {
    if ((long) a.bitLength() + b.bitLength() > LONGEST_INT_BITS) {
      throw new Stopped("an int of more than " + LONGEST_INT_BITS + " bits", span);
    }
    return a.multiply(b);
  }

  /// Quotient rounded towards minus infinity, and the remainder, which has the divisor's sign.
  private static BigInteger[] floored(BigInteger a, BigInteger b, Span span) {
    if (b.signum() == 0) {
      throw new Stopped("division by zero", span);
    }
    BigInteger[] both = a.divideAndRemainder(b);
    if (both[1].signum() != 0 && both[1].signum() != b.signum()) {
      both[0] = both[0].subtract(BigInteger.ONE);
      both[1] = both[1].add(b);
    }
    return both;
  }

  private static IllegalArgumentException mismatch(MuOperator operator) {
    return new IllegalArgumentException("wrong operands of " + operator.symbol());
  }
}
