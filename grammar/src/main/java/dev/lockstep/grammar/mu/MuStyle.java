package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Lexeme;
import dev.lockstep.grammar.Lexicon;
import dev.lockstep.grammar.TokenKind;
import dev.lockstep.grammar.format.Line;
import dev.lockstep.grammar.format.Style;
import java.util.Map;
import java.util.Set;

/// The layout of Mu sources.
public final class MuStyle implements Style {
  private static final Lexicon LEXICON =
      new Lexicon(MuLexer::new, Map.of("STRING", TokenKind.TEXT, "UNCLOSED", TokenKind.TEXT));

  /// Words that are values or names as well.
  private static final Set<String> VALUES =
      Set.of("true", "false", "none", "import", "record", "test");

  private static final Set<String> CONTRACTS = Set.of("requires", "ensures", "invariant");
  private static final Set<String> TIGHT_BEFORE = Set.of(",", ";", ":", ")", "]", "?", ".", "..");
  private static final Set<String> TIGHT_AFTER = Set.of("(", "[", ".", "..", "!");
  private static final Set<String> CLOSING = Set.of(")", "]", "}", "?");

  @Override
  public Lexicon lexicon() {
    return LEXICON;
  }

  @Override
  public boolean spaced(Line line, int second) {
    String left = line.text(second - 1);
    String right = line.text(second);
    if (TIGHT_BEFORE.contains(right) || TIGHT_AFTER.contains(left)) {
      return false;
    }
    return switch (right) {
      case "(", "[" -> !isValue(line.get(second - 1));
      case "}" -> !left.equals("{") && isBlock(line, opening(line, second));
      default ->
          switch (left) {
            case "-" -> isValueBefore(line, second - 1); // else the sign of a number
            case "{" -> isBlock(line, second - 1);
            default -> true;
          };
    };
  }

  @Override
  public boolean opens(Lexeme token) {
    return token.is(TokenKind.SIGN) && Set.of("(", "[", "{").contains(token.text());
  }

  @Override
  public boolean closes(Lexeme token) {
    return token.is(TokenKind.SIGN) && Set.of(")", "]", "}").contains(token.text());
  }

  @Override
  public boolean continues(Lexeme last, Lexeme first) {
    boolean operator = last.is(TokenKind.SIGN) && MuOperator.isOne(last.text());
    return CONTRACTS.contains(first.text()) || operator || Set.of("->", "..").contains(last.text());
  }

  /// Whether the brace at `index` begins a block, and no map, set or type: a block stands behind a
  /// value, a name, `else` or `=>`.
  private static boolean isBlock(Line line, int index) {
    return index <= 0
        || isValueBefore(line, index)
        || Set.of("else", "=>").contains(line.text(index - 1));
  }

  /// The brace that the one at `index` closes; -1 where it stands on an earlier line.
  private static int opening(Line line, int index) {
    int depth = 0;
    for (int i = index; i >= 0; i--) {
      switch (line.text(i)) {
        case "}" -> depth++;
        case "{" -> depth--;
        default -> {} // no brace
      }
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isValueBefore(Line line, int index) {
    return index > 0 && isValue(line.get(index - 1));
  }

  private static boolean isValue(Lexeme token) {
    return switch (token.kind()) {
      case NAME, NUMBER, TEXT -> true;
      case KEYWORD -> VALUES.contains(token.text());
      case SIGN -> CLOSING.contains(token.text());
      case COMMENT, LINE_BREAK -> false;
    };
  }
}
