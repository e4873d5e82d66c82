package dev.lockstep.mu.fast;

import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.Operation;
import dev.lockstep.mu.engine.Uncompiled;
import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/// Postfix operations to a tree. Throws `Uncompiled` for what the fast engine does not know.
final class TermBuilder {
  private static final int LONG_BITS = 63;

  private final Function<String, Kind> kinds;
  private final Deque<Term> stack = new ArrayDeque<>();
  private final Deque<Pending> pending = new ArrayDeque<>();

  /// The left side of a `&&` or `||` whose right side ends at `target`.
  private record Pending(Term left, boolean when, int target) {}

  private TermBuilder(Function<String, Kind> kinds) {
    this.kinds = kinds;
  }

  /// @param kinds of the variables
  static Term build(Formula formula, Function<String, Kind> kinds) {
    TermBuilder builder = new TermBuilder(kinds);
    List<Operation> operations = formula.operations();
    for (int i = 0; i < operations.size(); i++) {
      builder.close(i);
      builder.add(operations.get(i));
    }
    builder.close(operations.size());
    return builder.stack.pop();
  }

  private void close(int at) {
    while (!pending.isEmpty() && pending.peek().target() == at) {
      Pending open = pending.pop();
      stack.push(new Term.Shortcut(open.when(), open.left(), stack.pop()));
    }
  }

  private void add(Operation operation) {
    switch (operation) {
      case Operation.Constant(MuValue.IntValue(BigInteger number)) -> {
        if (number.bitLength() > LONG_BITS) {
          throw new Uncompiled("a literal beyond 64 bits");
        }
        stack.push(new Term.Int(number.longValue()));
      }
      case Operation.Constant(MuValue.BoolValue(boolean truth)) -> stack.push(new Term.Bool(truth));
      case Operation.Load(String variable) ->
          stack.push(new Term.Variable(variable, kinds.apply(variable)));
      case Operation.Element _ -> {
        Term index = stack.pop();
        Term list = stack.pop();
        stack.push(new Term.Element(list, index, known(list.kind().element())));
      }
      case Operation.Length() -> {
        Term list = stack.pop();
        if (!list.kind().isList()) {
          throw new Uncompiled("the length of what is no list");
        }
        stack.push(new Term.Length(list));
      }
      case Operation.Prefix(MuExpression.Sign sign) -> {
        Term operand = stack.pop();
        stack.push(
            switch (sign) {
              case MINUS -> new Term.Negative(operand);
              case NOT -> new Term.Not(operand);
            });
      }
      case Operation.Combine(MuOperator operator, _) -> {
        Term right = stack.pop();
        stack.push(combined(operator, stack.pop(), right));
      }
      case Operation.Skip(boolean when, int target) ->
          pending.push(new Pending(stack.pop(), when, target));
      default -> throw new Uncompiled(operation.getClass().getSimpleName());
    }
  }

  private static Kind known(Kind kind) {
    if (kind instanceof Kind.Unknown) {
      throw new Uncompiled("an element of an unknown kind");
    }
    return kind;
  }

  private static Term combined(MuOperator operator, Term left, Term right) {
    return switch (operator) {
      case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> {
        ints(operator, left, right);
        yield new Term.Compound(operator, left, right);
      }
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
        ints(operator, left, right);
        yield new Term.Comparison(operator, left, right);
      }
      case EQUAL, NOT_EQUAL -> {
        known(left.kind().join(right.kind()));
        yield new Term.Comparison(operator, left, right);
      }
      case OR, AND, IN -> throw new Uncompiled(operator.symbol());
    };
  }

  private static void ints(MuOperator operator, Term left, Term right) {
    if (!(left.kind() instanceof Kind.Int) || !(right.kind() instanceof Kind.Int)) {
      throw new Uncompiled(operator.symbol() + " of what are no ints");
    }
  }
}
