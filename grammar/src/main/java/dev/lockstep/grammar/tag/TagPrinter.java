package dev.lockstep.grammar.tag;

/// Programs as text in the usual layout: the declarations, an empty line, one rule a line.
public final class TagPrinter {
  private TagPrinter() {}

  /// The text of a `.tag` file; reading it gives an equal program.
  public static String print(TagProgram program) {
    StringBuilder out = new StringBuilder();
    if (program.normal()) {
      out.append("normal\n");
    }
    if (program.read() != 1 && !program.normal()) {
      out.append("read ").append(program.read()).append('\n');
    }
    if (program.delete() != 1 && !program.normal()) {
      out.append("delete ").append(program.delete()).append('\n');
    }
    if (!program.halts().isEmpty()) {
      out.append("halt ").append(String.join(" ", program.halts())).append('\n');
    }
    out.append(out.isEmpty() ? "" : "\n");
    program.rules().forEach(rule -> out.append(rule).append('\n'));
    return out.toString();
  }
}
