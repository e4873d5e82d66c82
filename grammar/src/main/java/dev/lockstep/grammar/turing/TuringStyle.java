package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Lexicon;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.TokenKind;
import dev.lockstep.grammar.format.Line;
import dev.lockstep.grammar.format.Style;
import java.util.Map;

/// The layout of `.tm` files: one blank between all words, none before the colon of a rule and the
/// commas between halt states or between what a rule does on its tapes.
public final class TuringStyle implements Style {
  private static final Lexicon LEXICON =
      new Lexicon(TuringLexer::new, Map.of("QUOTED", TokenKind.TEXT, "MOVE", TokenKind.NAME));

  @Override
  public Lexicon lexicon() {
    return LEXICON;
  }

  @Override
  public boolean spaced(Line line, int second) {
    return switch (line.text(second)) {
      case ":" -> false;
      case "," -> line.text(1).equals(":") ? isSymbol(line, second) : !line.text(0).equals("halt");
      default -> true;
    };
  }

  /// Whether the comma at `index` of a rule is a symbol: one that begins a list, or follows another
  /// comma that stands between two words.
  private static boolean isSymbol(Line line, int index) {
    boolean begins = true;
    for (int i = 2; i < index; i++) {
      begins = line.text(i).equals("->") || (!begins && line.text(i).equals(","));
    }
    return begins;
  }

  /// The one-line notation `1RB1LB_1LA1RZ` has no blanks to set.
  @Override
  public boolean leaves(Source source) {
    return Community.isNotation(source);
  }
}
