package dev.lockstep.grammar.automaton;

import dev.lockstep.grammar.Lexicon;
import dev.lockstep.grammar.TokenKind;
import dev.lockstep.grammar.format.Line;
import dev.lockstep.grammar.format.Style;
import java.util.Map;

/// The layout of automaton files: one blank between all words, none before the colon of a
/// transition and the commas between states.
public final class AutomatonStyle implements Style {
  private static final Lexicon LEXICON =
      new Lexicon(AutomatonLexer::new, Map.of("QUOTED", TokenKind.TEXT));

  @Override
  public Lexicon lexicon() {
    return LEXICON;
  }

  @Override
  public boolean spaced(Line line, int second) {
    return switch (line.text(second)) {
      case ":" -> false;
      case "," -> line.size() > 1 && line.text(1).equals(":");
      default -> true;
    };
  }
}
