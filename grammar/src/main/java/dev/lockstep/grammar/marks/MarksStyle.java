package dev.lockstep.grammar.marks;

import dev.lockstep.grammar.Lexicon;
import dev.lockstep.grammar.format.Line;
import dev.lockstep.grammar.format.Style;
import java.util.Map;

/// The layout of programs of marks: labels at the margin, instructions without one a step further
/// in.
public final class MarksStyle implements Style {
  private static final Lexicon LEXICON = new Lexicon(MarksLexer::new, Map.of());

  @Override
  public Lexicon lexicon() {
    return LEXICON;
  }

  @Override
  public int steps(Line line) {
    return line.size() > 1 && line.text(1).equals(":") ? 0 : 1;
  }

  @Override
  public boolean spaced(Line line, int second) {
    return !line.text(second).equals(":");
  }
}
