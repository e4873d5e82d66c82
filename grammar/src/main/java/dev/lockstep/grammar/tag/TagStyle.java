package dev.lockstep.grammar.tag;

import dev.lockstep.grammar.Lexicon;
import dev.lockstep.grammar.TokenKind;
import dev.lockstep.grammar.format.Line;
import dev.lockstep.grammar.format.Style;
import java.util.Map;

/// The layout of `.tag` files: one blank between all symbols.
public final class TagStyle implements Style {
  private static final Lexicon LEXICON =
      new Lexicon(TagLexer::new, Map.of("SYMBOL", TokenKind.NAME));

  @Override
  public Lexicon lexicon() {
    return LEXICON;
  }

  @Override
  public boolean spaced(Line line, int second) {
    return true;
  }
}
