package dev.lockstep.mu;

import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Expressions to postfix operations, operands before operators, left before right.
final class FormulaCompiler {
  private final List<Operation> operations = new ArrayList<>();

  private FormulaCompiler() {}

  /// Recurses as deep as `expression` is nested. Throws `IllegalArgumentException` where it calls a
  /// function or makes a list.
  static List<Operation> compile(MuExpression expression) {
    FormulaCompiler compiler = new FormulaCompiler();
    compiler.add(expression);
    return compiler.operations;
  }

  private void add(MuExpression expression) {
    switch (expression) {
      case MuExpression.Int(BigInteger value, _) -> push(new MuValue.IntValue(value));
      case MuExpression.Bool(boolean value, _) -> push(new MuValue.BoolValue(value));
      case MuExpression.Name(String name, _) -> operations.add(new Operation.Load(name));
      case MuExpression.Index it -> {
        add(it.list());
        add(it.index());
        operations.add(new Operation.Element(it.place().span()));
      }
      case MuExpression.Prefix it -> {
        add(it.operand());
        operations.add(new Operation.Prefix(it.sign()));
      }
      case MuExpression.Binary it -> addBinary(it);
      case MuExpression.Call it when it.function().equals(MuBuiltin.LEN.word()) -> {
        add(it.arguments().getFirst());
        operations.add(new Operation.Length());
      }
      case MuExpression.Call(String function, _, _) ->
          throw new IllegalArgumentException("a call of " + function + " in a formula");
      case MuExpression.ListOf _ ->
          throw new IllegalArgumentException("a list literal in a formula");
    }
  }

  private void push(MuValue value) {
    operations.add(new Operation.Constant(value));
  }

  private void addBinary(MuExpression.Binary it) {
    add(it.left());
    if (it.operator() == MuOperator.AND || it.operator() == MuOperator.OR) {
      int skip = operations.size();
      operations.add(new Operation.Length()); // holds the place until the target is known
      add(it.right());
      boolean when = it.operator() == MuOperator.OR;
      operations.set(skip, new Operation.Skip(when, operations.size()));
    } else {
      add(it.right());
      operations.add(new Operation.Combine(it.operator(), it.place().span()));
    }
  }
}
