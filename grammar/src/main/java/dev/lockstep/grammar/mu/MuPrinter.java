package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Deep;
import java.util.List;
import java.util.Optional;

/// Trees to text in the usual layout: two spaces a level, parentheses only where they are needed.
/// Reading the text gives an equal tree. Comments are not in the tree and so not in the text;
/// imported files are written out.
public final class MuPrinter {
  private final Layout out = new Layout();
  private final ExpressionPrinter expressions = new ExpressionPrinter(out);

  private MuPrinter() {}

  public static String print(MuProgram program) {
    return Deep.call(
        () -> {
          MuPrinter printer = new MuPrinter();
          program.records().forEach(printer::record);
          program.functions().forEach(printer::function);
          program.tests().forEach(printer::test);
          return printer.out.text();
        });
  }

  public static String print(MuExpression expression) {
    return Deep.call(
        () -> {
          MuPrinter printer = new MuPrinter();
          printer.expressions.print(expression, 0);
          return printer.out.text();
        });
  }

  public static String print(MuPattern pattern) {
    MuPrinter printer = new MuPrinter();
    printer.expressions.pattern(pattern);
    return printer.out.text();
  }

  private void record(MuRecord record) {
    out.part().add("record ").add(record.name()).add(" {\n").deeper();
    for (MuParameter field : record.fields()) {
      out.indent().add(field.name()).add(": ").add(field.type().print()).add("\n");
    }
    out.shallower().add("}\n");
  }

  private void test(MuTest test) {
    out.part().add("test ").add(TextLiteral.write(test.name())).add(" ");
    block(test.body());
    out.add("\n");
  }

  private void function(MuFunction function) {
    out.part().add("fn ").add(function.name()).add("(");
    String before = "";
    for (MuParameter parameter : function.parameters()) {
      out.add(before).add(parameter.name()).add(": ").add(parameter.type().print());
      before = ", ";
    }
    out.add(")");
    function.result().ifPresent(type -> out.add(" -> ").add(type.print()));
    function.requires().forEach(condition -> worded("\n    requires ", condition));
    function.ensures().forEach(condition -> worded("\n    ensures ", condition));
    out.add(" ");
    block(function.body());
    out.add("\n");
  }

  private void block(MuBlock block) {
    if (block.statements().isEmpty()) {
      out.add("{}");
      return;
    }
    out.add("{\n").deeper();
    for (MuStatement statement : block.statements()) {
      out.indent();
      statement(statement);
      out.add("\n");
    }
    out.shallower().indent().add("}");
  }

  private void statement(MuStatement statement) {
    switch (statement) {
      case MuStatement.Declare it -> {
        out.add(it.mutable() ? "var " : "let ").add(it.name());
        declared(it.type(), it.value());
      }
      case MuStatement.Unpack it -> {
        out.add(it.mutable() ? "var " : "let ");
        expressions.pattern(it.parts());
        declared(it.type(), it.value());
      }
      case MuStatement.Assign it -> worded(it.name() + " = ", it.value());
      case MuStatement.SetElement it -> {
        expressions.lead(new MuExpression.Index(it.list(), it.index(), it.place()));
        worded(" = ", it.value());
      }
      case MuStatement.SetField it -> {
        expressions.lead(it.target());
        worded(" = ", it.value());
      }
      case MuStatement.Update it -> {
        expressions.lead(it.target());
        worded(" " + it.operator().symbol() + "= ", it.value());
      }
      case MuStatement.If it -> choice(it);
      case MuStatement.Match it -> match(it);
      case MuStatement.While it -> headed("while ", it.condition(), it.invariants(), it.body());
      case MuStatement.Walk it ->
          headed("for " + it.name() + " in ", it.list(), it.invariants(), it.body());
      case MuStatement.Count it -> {
        worded("for " + it.name() + " in ", it.from());
        headed("..", it.to(), it.invariants(), it.body());
      }
      case MuStatement.Break _ -> out.add("break");
      case MuStatement.Continue _ -> out.add("continue");
      case MuStatement.Return(Optional<MuExpression> value, _) -> {
        out.add("return");
        value.ifPresent(it -> worded(" ", it));
      }
      case MuStatement.Assert it -> worded("assert ", it.condition());
      case MuStatement.Print it -> worded("print ", it.value());
      case MuStatement.Do it -> expressions.print(it.call(), 0);
    }
  }

  private void declared(Optional<MuType> type, MuExpression value) {
    type.ifPresent(it -> out.add(": ").add(it.print()));
    worded(" = ", value);
  }

  private void choice(MuStatement.If it) {
    headed("if ", it.condition(), List.of(), it.then());
    if (it.otherwise().isPresent()) {
      out.add(" else ");
      List<MuStatement> statements = it.otherwise().get().statements();
      if (statements.size() == 1 && statements.getFirst() instanceof MuStatement.If inner) {
        choice(inner);
      } else {
        block(it.otherwise().get());
      }
    }
  }

  private void match(MuStatement.Match matching) {
    worded("match ", matching.subject());
    out.add(" {\n").deeper();
    for (MuStatement.Arm arm : matching.arms()) {
      out.indent();
      expressions.pattern(arm.pattern());
      arm.guard().ifPresent(it -> worded(" if ", it));
      out.add(" => ");
      block(arm.body());
      out.add("\n");
    }
    out.shallower().indent().add("}");
  }

  private void headed(
      String words, MuExpression head, List<MuExpression> invariants, MuBlock body) {
    worded(words, head);
    out.deeper().deeper();
    for (MuExpression invariant : invariants) {
      out.add("\n").indent();
      worded("invariant ", invariant);
    }
    out.shallower().shallower().add(" ");
    block(body);
  }

  private void worded(String words, MuExpression expression) {
    out.add(words);
    expressions.print(expression, 0);
  }
}
