package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Lexeme;
import dev.lockstep.grammar.Lexicon;
import dev.lockstep.grammar.TokenKind;
import dev.lockstep.grammar.format.Line;
import dev.lockstep.grammar.format.Style;
import java.util.Map;
import java.util.Set;

/// The layout of assembler files: labels at the margin, statements without one further in, blanks
/// around operators and behind commas.
public final class AssemblyStyle implements Style {
  private static final int STEPS = 4;
  private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "%", "<", "<=", "==");
  private static final Lexicon LEXICON =
      new Lexicon(
          AssemblyLexer::new,
          Map.of(
              "DIRECTIVE", TokenKind.KEYWORD, "CHARACTER", TokenKind.TEXT, "TEXT", TokenKind.TEXT));

  @Override
  public Lexicon lexicon() {
    return LEXICON;
  }

  @Override
  public int steps(Line line) {
    return line.size() > 1 && line.text(1).equals(":") ? 0 : STEPS;
  }

  @Override
  public boolean spaced(Line line, int second) {
    String left = line.text(second - 1);
    String right = line.text(second);
    if (right.equals(",") || right.equals(":") || right.equals(")") || left.equals("(")) {
      return false;
    }
    if (right.equals("(")) {
      return !endsValue(line, second - 1);
    }
    boolean sign = left.equals("-") && !endsValue(line, second - 2);
    return !sign || OPERATORS.contains(right);
  }

  /// Whether the token at `index` is the last of a value, so that an operator can follow it.
  private static boolean endsValue(Line line, int index) {
    if (index <= statement(line)) {
      return false;
    }
    Lexeme token = line.get(index);
    return switch (token.kind()) {
      case NAME, NUMBER, TEXT -> true;
      case SIGN -> token.text().equals(")") || token.text().equals("$");
      case KEYWORD, COMMENT, LINE_BREAK -> false;
    };
  }

  /// The index of the instruction or directive, behind the labels.
  private static int statement(Line line) {
    int index = 0;
    while (index + 1 < line.size() && line.text(index + 1).equals(":")) {
      index += 2;
    }
    return index;
  }
}
