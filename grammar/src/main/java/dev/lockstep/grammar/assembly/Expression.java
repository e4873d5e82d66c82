package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Place;
import java.math.BigInteger;
import java.util.Arrays;

/// A value that the assembler computes, exactly and without limits.
public sealed interface Expression {
  /// How many operators may stand one inside another.
  int DEEPEST = 500;

  Place place();

  record Numeral(BigInteger value, Place place) implements Expression {
    public Numeral(long value) {
      this(BigInteger.valueOf(value), Place.NOWHERE);
    }
  }

  /// A character, as its code point.
  record Letter(int codePoint, Place place) implements Expression {}

  /// The value of a label or, in a function, of an argument.
  record Name(String name, Place place) implements Expression {
    public Name(String name) {
      this(name, Place.NOWHERE);
    }
  }

  /// `$`: the address of the statement that it stands in.
  record Here(Place place) implements Expression {}

  record Minus(Expression operand, Place place) implements Expression {}

  record Binary(Operator operator, Expression left, Expression right, Place place)
      implements Expression {
    public Binary(Operator operator, Expression left, Expression right) {
      this(operator, left, right, Place.NOWHERE);
    }
  }

  /// An operator between two values; all associate to the left.
  enum Operator {
    EQUAL("==", 1),
    LESS("<", 1),
    LESS_OR_EQUAL("<=", 1),
    PLUS("+", 2),
    MINUS("-", 2),
    TIMES("*", 3),
    DIVIDE("/", 3),
    REMAINDER("%", 3);

    private final String symbol;
    private final int precedence;

    Operator(String symbol, int precedence) {
      this.symbol = symbol;
      this.precedence = precedence;
    }

    public String symbol() {
      return symbol;
    }

    int precedence() {
      return precedence;
    }

    static Operator of(String symbol) {
      return Arrays.stream(values())
          .filter(operator -> operator.symbol.equals(symbol))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no operator: " + symbol));
    }
  }

  /// What names and `$` stand for.
  interface Names {
    BigInteger value(Name name);

    BigInteger here();
  }

  /// A division by zero.
  final class DivisionByZero extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Place place;

    DivisionByZero(Place place) {
      super("division by zero");
      this.place = place;
    }

    public Place place() {
      return place;
    }
  }

  /// The exact value; division is floored, a comparison is 1 or 0. Throws `DivisionByZero`.
  default BigInteger value(Names names) {
    return switch (this) {
      case Numeral it -> it.value();
      case Letter it -> BigInteger.valueOf(it.codePoint());
      case Name it -> names.value(it);
      case Here _ -> names.here();
      case Minus it -> it.operand().value(names).negate();
      case Binary it -> {
        BigInteger left = it.left().value(names);
        BigInteger right = it.right().value(names);
        yield switch (it.operator()) {
          case PLUS -> left.add(right);
          case MINUS -> left.subtract(right);
          case TIMES -> left.multiply(right);
          case DIVIDE -> floored(left, right, it.place())[0];
          case REMAINDER -> floored(left, right, it.place())[1];
          case EQUAL -> truth(left.equals(right));
          case LESS -> truth(left.compareTo(right) < 0);
          case LESS_OR_EQUAL -> truth(left.compareTo(right) <= 0);
        };
      }
    };
  }

  private static BigInteger truth(boolean holds) {
    return holds ? BigInteger.ONE : BigInteger.ZERO;
  }

  private static BigInteger[] floored(BigInteger left, BigInteger right, Place place) {
    if (right.signum() == 0) {
      throw new DivisionByZero(place);
    }
    BigInteger[] both = left.divideAndRemainder(right);
    return both[1].signum() != 0 && both[1].signum() != right.signum()
        ? new BigInteger[] {both[0].subtract(BigInteger.ONE), both[1].add(right)}
        : both;
  }

  /// As in a file, with parentheses only where they are needed.
  default String print() {
    return print(0);
  }

  private String print(int least) {
    return switch (this) {
      case Numeral it -> it.value().toString();
      case Letter it -> Quoting.character(it.codePoint());
      case Name it -> it.name();
      case Here _ -> "$";
      case Minus it -> "-" + it.operand().print(Operator.TIMES.precedence() + 1);
      case Binary it -> {
        int precedence = it.operator().precedence();
        String text =
            it.left().print(precedence)
                + " "
                + it.operator().symbol()
                + " "
                + it.right().print(precedence + 1);
        yield precedence < least ? "(" + text + ")" : text;
      }
    };
  }
}
