package dev.lockstep.grammar.assembly;

import java.util.stream.Collectors;

/// Programs as text in the usual layout: settings first, labels at the margin, statements indented.
public final class AssemblyPrinter {
  private static final int MARGIN = 8;

  private AssemblyPrinter() {}

  /// Reading the text in the same dialect gives an equal program.
  public static String print(AssemblyProgram program) {
    StringBuilder out = new StringBuilder();
    out.append(".width ").append(program.word().bits()).append('\n');
    out.append(program.text() ? ".io text\n" : "");
    out.append('\n');
    for (Line line : program.lines()) {
      String labels =
          line.labels().stream().map(label -> label.name() + ":").collect(Collectors.joining(" "));
      String statement = statement(line.item());
      out.append(labels);
      if (!statement.isEmpty()) {
        out.repeat(' ', Math.max(labels.isEmpty() ? 0 : 1, MARGIN - labels.length()));
        out.append(statement);
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String statement(Item item) {
    return switch (item) {
      case Item.Nothing() -> "";
      case Item.Instruction it ->
          it.operation().name()
              + it.operands().stream()
                  .map(Operand::print)
                  .collect(Collectors.joining(", ", it.operands().isEmpty() ? "" : " ", ""));
      case Item.Data it ->
          it.data().stream()
              .map(AssemblyPrinter::datum)
              .collect(Collectors.joining(", ", ".word ", ""));
      case Item.Space it -> ".space " + it.count().print();
      case Item.Function it -> ".function " + it.name() + ", " + it.body().print();
    };
  }

  private static String datum(Item.Datum datum) {
    return switch (datum) {
      case Item.Datum.Text(String text) -> Quoting.text(text);
      case Item.Datum.Value(Expression expression) -> expression.print();
    };
  }
}
