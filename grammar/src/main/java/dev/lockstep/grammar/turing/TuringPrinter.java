package dev.lockstep.grammar.turing;

import java.util.stream.Collectors;

/// Programs as text in the usual layout: the declarations, an empty line, one rule a line.
public final class TuringPrinter {
  private TuringPrinter() {}

  /// The text of a `.tm` file; reading it gives an equal program.
  public static String print(TuringProgram program) {
    StringBuilder out = new StringBuilder();
    if (program.tapes() > 1) {
      out.append("tapes ").append(program.tapes()).append('\n');
    }
    out.append("blank ").append(Symbols.written(program.blank())).append('\n');
    out.append("start ").append(program.start().name()).append('\n');
    out.append("halt ")
        .append(program.halts().stream().map(State::name).collect(Collectors.joining(", ")))
        .append("\n\n");
    for (Rule rule : program.rules()) {
      out.append(rule).append('\n');
    }
    return out.toString();
  }
}
