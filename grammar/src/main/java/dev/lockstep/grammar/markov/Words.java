package dev.lockstep.grammar.markov;

import dev.lockstep.grammar.Glyphs;
import java.util.ArrayList;
import java.util.List;

/// Strings as files write them: bare where they can stand so, else in quotes.
final class Words {
  private Words() {}

  static String written(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean quoted = false;
    for (int symbol : text.codePoints().toArray()) {
      boolean bare = bare(symbol);
      if (!piece.isEmpty() && (bare == quoted || symbol == '\'')) {
        pieces.add(quoted ? "'" + piece + "'" : piece.toString());
        piece.setLength(0);
      }
      if (symbol == '\'') {
        pieces.add("'''");
      } else {
        quoted = !bare;
        piece.appendCodePoint(symbol);
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(quoted ? "'" + piece + "'" : piece.toString());
    }
    return String.join(" ", pieces);
  }

  /// What a bare or quoted piece of a file stands for.
  static String read(String piece) {
    return piece.length() > 1 && piece.startsWith("'")
        ? piece.substring(1, piece.length() - 1)
        : piece;
  }

  private static boolean bare(int symbol) {
    return switch (symbol) {
      case '-', '.', '/', '\'', '"' -> false;
      default -> Glyphs.isVisible(symbol);
    };
  }
}
