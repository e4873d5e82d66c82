package dev.lockstep.notation;

import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import java.math.BigInteger;
import java.util.Optional;

/// An index that is a place relative to a variable: `i`, `i + 1`, `i - 2`, or a literal, whose
/// variable is empty. The end of a list is a place too: its variable is `END` and the list's name.
record MuPointer(String variable, int offset) {
  static final String END = "end of ";

  private static final BigInteger FARTHEST = BigInteger.valueOf(8);

  boolean literal() {
    return variable.isEmpty();
  }

  static Optional<MuPointer> of(MuExpression expression) {
    return switch (expression) {
      case MuExpression.Int(BigInteger value, _) -> near(value).map(it -> new MuPointer("", it));
      case MuExpression.Name it -> Optional.of(new MuPointer(it.name(), 0));
      case MuExpression.Binary(
              MuOperator operator,
              MuExpression.Name left,
              MuExpression.Int(BigInteger value, _),
              _)
          when operator == MuOperator.PLUS || operator == MuOperator.MINUS ->
          near(value).map(it -> new MuPointer(left.name(), operator == MuOperator.PLUS ? it : -it));
      case MuExpression.Bool _,
          MuExpression.ListOf _,
          MuExpression.Index _,
          MuExpression.Call _,
          MuExpression.Prefix _,
          MuExpression.Binary _,
          MuExpression.Extended _ ->
          Optional.empty();
    };
  }

  private static Optional<Integer> near(BigInteger value) {
    return value.compareTo(FARTHEST) <= 0 ? Optional.of(value.intValue()) : Optional.empty();
  }
}
