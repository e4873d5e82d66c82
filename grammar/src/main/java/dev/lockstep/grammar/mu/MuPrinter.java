package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Deep;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// Trees to text in the usual layout: two spaces a level, parentheses only where they are needed.
/// Reading the text gives an equal tree. Comments are not in the tree and so not in the text.
public final class MuPrinter {
  private static final int DEEPEST_INDENT = 40; // deeper, the text would grow quadratically

  private final StringBuilder out = new StringBuilder();
  private int level;

  private MuPrinter() {}

  public static String print(MuProgram program) {
    return Deep.call(
        () -> {
          MuPrinter printer = new MuPrinter();
          for (MuFunction function : program.functions()) {
            printer.out.append(printer.out.isEmpty() ? "" : "\n");
            printer.function(function);
          }
          return printer.out.toString();
        });
  }

  public static String print(MuExpression expression) {
    return Deep.call(
        () -> {
          MuPrinter printer = new MuPrinter();
          printer.expression(expression, 0);
          return printer.out.toString();
        });
  }

  private void function(MuFunction function) {
    out.append("fn ").append(function.name()).append('(');
    String before = "";
    for (MuParameter parameter : function.parameters()) {
      out.append(before).append(parameter.name()).append(": ").append(parameter.type().print());
      before = ", ";
    }
    out.append(')');
    function.result().ifPresent(type -> out.append(" -> ").append(type.print()));
    for (MuExpression condition : function.requires()) {
      out.append("\n    requires ");
      expression(condition, 0);
    }
    out.append(' ');
    block(function.body());
    out.append('\n');
  }

  private void block(MuBlock block) {
    if (block.statements().isEmpty()) {
      out.append("{}");
      return;
    }
    out.append("{\n");
    level++;
    for (MuStatement statement : block.statements()) {
      indent();
      statement(statement);
      out.append('\n');
    }
    level--;
    indent();
    out.append('}');
  }

  private void indent() {
    out.repeat("  ", Math.min(level, DEEPEST_INDENT));
  }

  private void statement(MuStatement statement) {
    switch (statement) {
      case MuStatement.Declare it -> {
        out.append(it.mutable() ? "var " : "let ").append(it.name());
        it.type().ifPresent(type -> out.append(": ").append(type.print()));
        out.append(" = ");
        expression(it.value(), 0);
      }
      case MuStatement.Assign it -> {
        out.append(it.name()).append(" = ");
        expression(it.value(), 0);
      }
      case MuStatement.SetElement it -> {
        expression(new MuExpression.Index(it.list(), it.index(), it.place()), 0);
        out.append(" = ");
        expression(it.value(), 0);
      }
      case MuStatement.If it -> choice(it);
      case MuStatement.While it -> headed("while ", it.condition(), it.body());
      case MuStatement.Walk it -> headed("for " + it.name() + " in ", it.list(), it.body());
      case MuStatement.Count it -> {
        out.append("for ").append(it.name()).append(" in ");
        expression(it.from(), 0);
        headed("..", it.to(), it.body());
      }
      case MuStatement.Return(Optional<MuExpression> value, _) -> {
        out.append("return");
        value.ifPresent(it -> worded(" ", it));
      }
      case MuStatement.Assert it -> worded("assert ", it.condition());
      case MuStatement.Print it -> worded("print ", it.value());
      case MuStatement.Do it -> expression(it.call(), 0);
    }
  }

  private void choice(MuStatement.If it) {
    headed("if ", it.condition(), it.then());
    if (it.otherwise().isPresent()) {
      out.append(" else ");
      List<MuStatement> statements = it.otherwise().get().statements();
      if (statements.size() == 1 && statements.getFirst() instanceof MuStatement.If inner) {
        choice(inner);
      } else {
        block(it.otherwise().get());
      }
    }
  }

  private void headed(String words, MuExpression head, MuBlock body) {
    worded(words, head);
    out.append(' ');
    block(body);
  }

  private void worded(String words, MuExpression expression) {
    out.append(words);
    expression(expression, 0);
  }

  /// Puts parentheses around an operator that binds less tightly than `least`.
  private void expression(MuExpression expression, int least) {
    switch (expression) {
      case MuExpression.Int(BigInteger value, _) -> out.append(value);
      case MuExpression.Bool(boolean value, _) -> out.append(value);
      case MuExpression.Name(String name, _) -> out.append(name);
      case MuExpression.ListOf(List<MuExpression> elements, _) -> {
        out.append('[');
        list(elements);
        out.append(']');
      }
      case MuExpression.Call(String function, List<MuExpression> arguments, _) -> {
        out.append(function).append('(');
        list(arguments);
        out.append(')');
      }
      case MuExpression.Index(MuExpression list, MuExpression index, _) -> {
        expression(list, MuOperator.PREFIX + 1);
        out.append('[');
        expression(index, 0);
        out.append(']');
      }
      case MuExpression.Prefix(MuExpression.Sign sign, MuExpression operand, _) -> {
        boolean wrapped = open(MuOperator.PREFIX < least);
        out.append(sign.symbol());
        expression(operand, MuOperator.PREFIX);
        close(wrapped);
      }
      case MuExpression.Binary(MuOperator operator, var left, var right, _) -> {
        boolean wrapped = open(operator.precedence() < least);
        expression(left, operator.precedence());
        out.append(' ').append(operator.symbol()).append(' ');
        expression(right, operator.precedence() + 1);
        close(wrapped);
      }
    }
  }

  private boolean open(boolean wrapped) {
    out.append(wrapped ? "(" : "");
    return wrapped;
  }

  private void close(boolean wrapped) {
    out.append(wrapped ? ")" : "");
  }

  private void list(List<MuExpression> expressions) {
    String before = "";
    for (MuExpression expression : expressions) {
      out.append(before);
      expression(expression, 0);
      before = ", ";
    }
  }
}
