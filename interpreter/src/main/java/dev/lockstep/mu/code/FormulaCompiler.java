package dev.lockstep.mu.code;

import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuPrinter;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Expressions to postfix operations, operands before operators, left before right.
final class FormulaCompiler {
  private final List<Operation> operations = new ArrayList<>();
  private final MuProgram program;

  private FormulaCompiler(MuProgram program) {
    this.program = program;
  }

  /// Recurses as deep as `expression` is nested. Throws `IllegalArgumentException` where it calls a
  /// function or makes a list.
  static List<Operation> compile(MuExpression expression, MuProgram program) {
    FormulaCompiler compiler = new FormulaCompiler(program);
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
      case MuExpression.Call it when MuBuiltin.looks(it.function()) -> {
        it.arguments().forEach(this::add);
        MuBuiltin builtin = MuBuiltin.of(it.function()).orElseThrow();
        operations.add(new Operation.Apply(builtin, it.place().span()));
      }
      case MuExpression.Text(String value, _) -> push(MuValue.of(value));
      case MuExpression.None _ -> push(new MuValue.NoneValue());
      case MuExpression.TupleOf(List<MuExpression> parts, _) -> {
        parts.forEach(this::add);
        operations.add(new Operation.Tuple(parts.size()));
      }
      case MuExpression.Make(String record, var fields, _) ->
          operations.add(new Operation.Make(record, values(fields), declared(record)));
      case MuExpression.With(MuExpression record, var fields, _) -> {
        add(record);
        operations.add(new Operation.With(values(fields)));
      }
      case MuExpression.Part(MuExpression tuple, int index, _) -> {
        add(tuple);
        operations.add(new Operation.Part(index));
      }
      case MuExpression.Field(MuExpression record, String name, _) -> {
        add(record);
        operations.add(new Operation.Field(name));
      }
      case MuExpression.MapOf _,
          MuExpression.SetOf _,
          MuExpression.Choice _,
          MuExpression.Match _ ->
          throw new IllegalArgumentException("no formula: " + MuPrinter.print(expression));
      case MuExpression.Call(String function, _, _) ->
          throw new IllegalArgumentException("a call of " + function + " in a formula");
      case MuExpression.ListOf _ ->
          throw new IllegalArgumentException("a list literal in a formula");
    }
  }

  /// Adds the values; answers the names.
  private List<String> values(List<MuExpression.Labelled> fields) {
    fields.forEach(field -> add(field.value()));
    return fields.stream().map(MuExpression.Labelled::label).toList();
  }

  private List<String> declared(String record) {
    return program.record(record).stream()
        .flatMap(it -> it.fields().stream())
        .map(MuParameter::name)
        .toList();
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
