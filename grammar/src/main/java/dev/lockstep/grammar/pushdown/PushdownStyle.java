package dev.lockstep.grammar.pushdown;

import dev.lockstep.grammar.Lexicon;
import dev.lockstep.grammar.TokenKind;
import dev.lockstep.grammar.format.Line;
import dev.lockstep.grammar.format.Style;
import java.util.Map;

/// The layout of pushdown automata: one blank between all words, none before the colon of a rule
/// and before commas.
public final class PushdownStyle implements Style {
  private static final Lexicon LEXICON =
      new Lexicon(PushdownLexer::new, Map.of("QUOTED", TokenKind.TEXT));

  @Override
  public Lexicon lexicon() {
    return LEXICON;
  }

  @Override
  public boolean spaced(Line line, int second) {
    return switch (line.text(second)) {
      case ":", "," -> false;
      default -> true;
    };
  }
}
