package dev.lockstep.grammar.format;

import dev.lockstep.grammar.Lexeme;
import dev.lockstep.grammar.Lexicon;
import dev.lockstep.grammar.Source;

/// How a language is laid out: blanks within a line and what indents lines. Which tokens stand on a
/// line is left to the author.
public interface Style {
  Lexicon lexicon();

  /// Whether a blank stands between two neighbours of a line.
  ///
  /// @param line its tokens without comments
  /// @param second index of the right one, from 1
  boolean spaced(Line line, int second);

  /// Whether the lines behind `token` stand one step further in, up to the token that closes it.
  default boolean opens(Lexeme token) {
    return false;
  }

  default boolean closes(Lexeme token) {
    return false;
  }

  /// Whether a line goes on with what the line before began, and stands two steps further in.
  ///
  /// @param last token of the line before
  /// @param first token of the line
  default boolean continues(Lexeme last, Lexeme first) {
    return false;
  }

  /// Steps that a line stands further in than its brackets say, such as one for instructions below
  /// labels.
  default int steps(Line line) {
    return 0;
  }

  /// Whether the whole text is in a notation that is not laid out.
  default boolean leaves(Source source) {
    return false;
  }
}
