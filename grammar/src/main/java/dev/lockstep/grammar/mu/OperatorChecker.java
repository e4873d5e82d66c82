package dev.lockstep.grammar.mu;

import static dev.lockstep.grammar.mu.ExpressionChecker.BOOL;
import static dev.lockstep.grammar.mu.ExpressionChecker.INT;
import static dev.lockstep.grammar.mu.ExpressionChecker.TEXT;

import java.util.List;
import java.util.Optional;

/// Operators between two operands: what they take, and what they give.
final class OperatorChecker {
  private final Findings findings;
  private final ExpressionChecker expressions;

  OperatorChecker(Findings findings, ExpressionChecker expressions) {
    this.findings = findings;
    this.expressions = expressions;
  }

  Optional<MuType> binary(MuExpression.Binary it) {
    return switch (it.operator()) {
      case PLUS -> {
        Optional<MuType> left = expressions.type(it.left(), Optional.of(INT));
        if (left.isEmpty()) {
          Optional<MuType> right = expressions.type(it.right(), Optional.empty());
          yield right.filter(TEXT::equals);
        }
        boolean text = left.get().equals(TEXT);
        expressions.hold(it.left(), left, text ? TEXT : INT, "");
        expressions.expect(it.right(), text ? TEXT : INT);
        yield Optional.of(text ? TEXT : INT);
      }
      case MINUS, TIMES, DIVIDE, REMAINDER -> operands(it, INT, INT);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
        Optional<MuType> left = expressions.type(it.left(), Optional.of(INT));
        boolean ordered = left.isPresent() && TypeRules.ordered(left.get());
        expressions.hold(it.left(), left, ordered ? left.get() : INT, "");
        expressions.expect(it.right(), ordered ? left.get() : INT);
        yield Optional.of(BOOL);
      }
      case AND, OR -> operands(it, BOOL, BOOL);
      case EQUAL, NOT_EQUAL -> {
        expressions.common(List.of(it.left(), it.right()), Optional.empty());
        yield Optional.of(BOOL);
      }
      case IN -> {
        in(it);
        yield Optional.of(BOOL);
      }
    };
  }

  private void in(MuExpression.Binary it) {
    Optional<MuType> whole = expressions.type(it.right(), Optional.empty());
    Optional<MuType> part = Optional.empty();
    if (whole.isPresent()) {
      part =
          switch (whole.get()) {
            case MuType.ListOf(MuType element) -> Optional.of(element);
            case MuType.SetOf(MuType element) -> Optional.of(element);
            case MuType.MapOf(MuType key, _) -> Optional.of(key);
            case MuType.Text _ -> whole;
            case MuType other -> {
              findings.error(
                  MuProblem.TYPE,
                  it.right().place(),
                  "expected a list, map, set or text, found `" + other.print() + "`");
              yield Optional.empty();
            }
          };
    }
    expressions.value(it.left(), part);
  }

  private Optional<MuType> operands(MuExpression.Binary it, MuType wanted, MuType result) {
    expressions.expect(it.left(), wanted);
    expressions.expect(it.right(), wanted);
    return Optional.of(result);
  }
}
