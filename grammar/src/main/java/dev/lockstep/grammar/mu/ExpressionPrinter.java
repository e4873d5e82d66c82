package dev.lockstep.grammar.mu;

import java.math.BigInteger;
import java.util.List;

/// Expressions and patterns to text.
final class ExpressionPrinter {
  private static final int SUFFIXED = MuOperator.PREFIX + 1; // `xs` in `xs[0]`

  private final Layout out;

  ExpressionPrinter(Layout out) {
    this.out = out;
  }

  /// What a statement begins with.
  void lead(MuExpression expression) {
    print(expression, SUFFIXED);
  }

  /// Puts parentheses around an operator that binds less tightly than `least`.
  void print(MuExpression expression, int least) {
    switch (expression) {
      case MuExpression.Int(BigInteger value, _) -> out.add(value);
      case MuExpression.Bool(boolean value, _) -> out.add(Boolean.toString(value));
      case MuExpression.Text(String value, _) -> out.add(TextLiteral.write(value));
      case MuExpression.None _ -> out.add("none");
      case MuExpression.Name(String name, _) -> out.add(name);
      case MuExpression.ListOf(List<MuExpression> elements, _) -> list("[", elements, "]");
      case MuExpression.TupleOf(List<MuExpression> parts, _) -> list("(", parts, ")");
      case MuExpression.Call(String function, List<MuExpression> arguments, _) ->
          list(function + "(", arguments, ")");
      case MuExpression.Index(MuExpression list, MuExpression index, _) -> {
        print(list, SUFFIXED);
        out.add("[");
        print(index, 0);
        out.add("]");
      }
      case MuExpression.Part(MuExpression tuple, int index, _) -> {
        print(tuple, SUFFIXED);
        out.add("." + index);
      }
      case MuExpression.Field(MuExpression record, String name, _) -> {
        print(record, SUFFIXED);
        out.add("." + name);
      }
      case MuExpression.Make(String record, var fields, _) -> labelled(record + "(", fields);
      case MuExpression.With(MuExpression record, var fields, _) -> {
        print(record, SUFFIXED);
        labelled(" with (", fields);
      }
      case MuExpression.MapOf it -> {
        boolean wrapped = open(least >= SUFFIXED);
        map(it);
        close(wrapped);
      }
      case MuExpression.SetOf(List<MuExpression> elements, _) -> {
        boolean wrapped = open(least >= SUFFIXED);
        list("{", elements, "}");
        close(wrapped);
      }
      case MuExpression.Choice it -> {
        boolean wrapped = open(least > 0);
        choice(it);
        close(wrapped);
      }
      case MuExpression.Match it -> {
        boolean wrapped = open(least > 0);
        match(it);
        close(wrapped);
      }
      case MuExpression.Prefix(MuExpression.Sign sign, MuExpression operand, _) -> {
        boolean wrapped = open(MuOperator.PREFIX < least);
        out.add(sign.symbol());
        print(operand, MuOperator.PREFIX);
        close(wrapped);
      }
      case MuExpression.Binary(MuOperator operator, var left, var right, _) -> {
        boolean wrapped = open(operator.precedence() < least);
        print(left, operator.precedence());
        out.add(" ").add(operator.symbol()).add(" ");
        print(right, operator.precedence() + 1);
        close(wrapped);
      }
    }
  }

  void pattern(MuPattern pattern) {
    switch (pattern) {
      case MuPattern.Any _ -> out.add("_");
      case MuPattern.Bind(String name, _) -> out.add(name);
      case MuPattern.Literal(MuExpression value, _) -> print(value, 0);
      case MuPattern.None _ -> out.add("none");
      case MuPattern.Some(MuPattern value, _) -> {
        out.add("some(");
        pattern(value);
        out.add(")");
      }
      case MuPattern.Parts(List<MuPattern> parts, _) -> {
        String before = "(";
        for (MuPattern part : parts) {
          out.add(before);
          pattern(part);
          before = ", ";
        }
        out.add(")");
      }
      case MuPattern.Shape(String record, var fields, _) -> {
        String before = record + "(";
        for (MuPattern.FieldPattern field : fields) {
          out.add(before).add(field.field()).add(": ");
          pattern(field.pattern());
          before = ", ";
        }
        out.add(")");
      }
    }
  }

  private void map(MuExpression.MapOf it) {
    String before = "{";
    for (int i = 0; i < it.keys().size(); i++) {
      out.add(before);
      print(it.keys().get(i), 0);
      out.add(": ");
      print(it.values().get(i), 0);
      before = ", ";
    }
    out.add(it.keys().isEmpty() ? "{}" : "}");
  }

  private void choice(MuExpression.Choice it) {
    MuExpression.Choice at = it;
    while (true) {
      out.add("if ");
      print(at.condition(), 0);
      out.add(" { ");
      print(at.then(), 0);
      out.add(" } else ");
      if (!(at.otherwise() instanceof MuExpression.Choice inner)) {
        break;
      }
      at = inner;
    }
    out.add("{ ");
    print(at.otherwise(), 0);
    out.add(" }");
  }

  private void match(MuExpression.Match it) {
    out.add("match ");
    print(it.subject(), 0);
    out.add(" {\n").deeper();
    for (MuExpression.Arm arm : it.arms()) {
      out.indent();
      pattern(arm.pattern());
      if (arm.guard().isPresent()) {
        out.add(" if ");
        print(arm.guard().get(), 0);
      }
      out.add(" => ");
      print(arm.value(), 0);
      out.add("\n");
    }
    out.shallower().indent().add("}");
  }

  private boolean open(boolean wrapped) {
    out.add(wrapped ? "(" : "");
    return wrapped;
  }

  private void close(boolean wrapped) {
    out.add(wrapped ? ")" : "");
  }

  private void list(String open, List<MuExpression> expressions, String close) {
    out.add(open);
    String before = "";
    for (MuExpression expression : expressions) {
      out.add(before);
      print(expression, 0);
      before = ", ";
    }
    out.add(close);
  }

  private void labelled(String open, List<MuExpression.Labelled> fields) {
    out.add(open);
    String before = "";
    for (MuExpression.Labelled field : fields) {
      out.add(before).add(field.label()).add(": ");
      print(field.value(), 0);
      before = ", ";
    }
    out.add(")");
  }
}
