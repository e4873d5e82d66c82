package dev.lockstep.grammar.markov;

import dev.lockstep.grammar.Lexicon;
import dev.lockstep.grammar.TokenKind;
import dev.lockstep.grammar.format.Line;
import dev.lockstep.grammar.format.Style;
import java.util.Map;

/// The layout of `.markov` files: a blank around arrows and between pieces in quotes.
public final class MarkovStyle implements Style {
  private static final Lexicon LEXICON =
      new Lexicon(MarkovLexer::new, Map.of("QUOTED", TokenKind.TEXT, "CHARACTER", TokenKind.NAME));

  @Override
  public Lexicon lexicon() {
    return LEXICON;
  }

  @Override
  public boolean spaced(Line line, int second) {
    return !line.get(second - 1).is(TokenKind.NAME) || !line.get(second).is(TokenKind.NAME);
  }
}
