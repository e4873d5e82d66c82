package dev.lockstep.grammar.cellular;

import dev.lockstep.grammar.Lexicon;
import dev.lockstep.grammar.TokenKind;
import dev.lockstep.grammar.format.Line;
import dev.lockstep.grammar.format.Style;
import java.util.Map;

/// The layout of `.ca` files: one blank between all words.
public final class CellularStyle implements Style {
  private static final Lexicon LEXICON =
      new Lexicon(
          CellularLexer::new,
          Map.of(
              "AREA", TokenKind.NUMBER, "BORN_SURVIVES", TokenKind.TEXT, "WORD", TokenKind.NAME));

  @Override
  public Lexicon lexicon() {
    return LEXICON;
  }

  @Override
  public boolean spaced(Line line, int second) {
    return true;
  }
}
