package dev.lockstep.mu.fast;

import dev.lockstep.grammar.mu.MuOperator;
import java.util.Optional;

/// A formula as a tree whose kinds are known: what the fast engine's code is written from.
sealed interface Term {
  Kind kind();

  /// A literal.
  record Int(long value) implements Term {
    @Override
    public Kind kind() {
      return new Kind.Int();
    }
  }

  /// What is true or false.
  sealed interface Truth extends Term {
    @Override
    default Kind kind() {
      return new Kind.Bool();
    }
  }

  /// A literal.
  record Bool(boolean value) implements Truth {}

  record Variable(String name, Kind kind) implements Term {}

  record Element(Term list, Term index, Kind kind) implements Term {}

  record Length(Term list) implements Term {
    @Override
    public Kind kind() {
      return new Kind.Int();
    }
  }

  record Negative(Term operand) implements Term {
    @Override
    public Kind kind() {
      return new Kind.Int();
    }
  }

  record Not(Term operand) implements Truth {}

  /// `+`, `-`, `*`, `/` or `%` of ints.
  record Compound(MuOperator operator, Term left, Term right) implements Term {
    @Override
    public Kind kind() {
      return new Kind.Int();
    }

    /// Whether it divides by a literal above zero, which cannot fail.
    boolean dividesByLiteral() {
      return divides() && right instanceof Int(long value) && value > 0;
    }

    private boolean divides() {
      return operator == MuOperator.DIVIDE || operator == MuOperator.REMAINDER;
    }

    /// Whether that literal is a power of two, so that the division is a shift or a mask.
    boolean dividesByPower() {
      return dividesByLiteral() && right instanceof Int(long value) && Long.bitCount(value) == 1;
    }
  }

  /// Two values of one kind compared.
  record Comparison(MuOperator operator, Term left, Term right) implements Truth {
    Kind operands() {
      return left.kind().join(right.kind());
    }

    /// The method of `Math` that does what `then` where this holds, else `otherwise`, does: `max`
    /// or `min` of the ints compared, if it is one.
    Optional<String> choice(Term then, Term otherwise) {
      boolean same = left.equals(then) && right.equals(otherwise);
      boolean exchanged = left.equals(otherwise) && right.equals(then);
      if (!(operands() instanceof Kind.Int) || same == exchanged) {
        return Optional.empty();
      }
      return switch (operator) {
        case GREATER, GREATER_OR_EQUAL -> Optional.of(same ? "max" : "min");
        case LESS, LESS_OR_EQUAL -> Optional.of(same ? "min" : "max");
        default -> Optional.empty();
      };
    }
  }

  /// `left` where it is `when`, else `right`: `||` where `when`, else `&&`.
  record Shortcut(boolean when, Term left, Term right) implements Truth {}
}
