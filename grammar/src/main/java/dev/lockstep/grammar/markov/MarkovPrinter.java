package dev.lockstep.grammar.markov;

/// Programs as text in the usual layout, one rule a line.
public final class MarkovPrinter {
  private MarkovPrinter() {}

  /// The text of a `.markov` file; reading it gives an equal program.
  public static String print(MarkovProgram program) {
    StringBuilder out = new StringBuilder();
    program.rules().forEach(rule -> out.append(rule).append('\n'));
    return out.toString();
  }
}
