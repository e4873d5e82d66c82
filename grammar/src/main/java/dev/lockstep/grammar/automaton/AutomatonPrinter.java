package dev.lockstep.grammar.automaton;

import java.util.List;
import java.util.stream.Collectors;

/// Automata as text in the usual layout.
public final class AutomatonPrinter {
  private AutomatonPrinter() {}

  /// Reading the text gives an equal program.
  public static String print(AutomatonProgram program) {
    StringBuilder out = new StringBuilder();
    out.append("start ").append(names(program.starts())).append('\n');
    if (!program.accepting().isEmpty()) {
      out.append("accept ").append(names(program.accepting())).append('\n');
    }
    out.append('\n');
    program.transitions().forEach(it -> out.append(it).append('\n'));
    return out.toString();
  }

  private static String names(List<Mention> states) {
    return states.stream().map(Mention::name).collect(Collectors.joining(", "));
  }
}
