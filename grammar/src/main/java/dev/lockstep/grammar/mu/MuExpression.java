package dev.lockstep.grammar.mu;

import java.math.BigInteger;
import java.util.List;

/// Something that has a value.
public sealed interface MuExpression {
  Place place();

  /// A literal, not negative: `-5` is a `Prefix`.
  record Int(BigInteger value, Place place) implements MuExpression {}

  record Bool(boolean value, Place place) implements MuExpression {}

  /// `[a, b, c]`: a new list each time it is evaluated.
  record ListOf(List<MuExpression> elements, Place place) implements MuExpression {
    public ListOf {
      elements = List.copyOf(elements);
    }
  }

  record Name(String name, Place place) implements MuExpression {}

  record Index(MuExpression list, MuExpression index, Place place) implements MuExpression {}

  /// A call of a function of the program or of a built-in (`MuBuiltin`).
  record Call(String function, List<MuExpression> arguments, Place place) implements MuExpression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  record Prefix(Sign sign, MuExpression operand, Place place) implements MuExpression {}

  record Binary(MuOperator operator, MuExpression left, MuExpression right, Place place)
      implements MuExpression {}

  /// An operator before its operand.
  enum Sign {
    MINUS("-"),
    NOT("!");

    private final String symbol;

    Sign(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }
}
