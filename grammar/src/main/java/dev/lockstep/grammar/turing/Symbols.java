package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Glyphs;
import java.util.Collection;
import java.util.stream.Collectors;

/// Symbols as files and messages write them.
public final class Symbols {
  private Symbols() {}

  /// The symbol alone, as it stands on a tape.
  public static String text(int symbol) {
    return Character.toString(symbol);
  }

  /// The symbol as in a file: quoted where it would be read as something else or not be seen.
  public static String written(int symbol) {
    return bare(symbol) ? text(symbol) : "'" + text(symbol) + "'";
  }

  /// What the heads see, as in a file: `0, _`.
  public static String written(Collection<Integer> symbols) {
    return symbols.stream().map(Symbols::written).collect(Collectors.joining(", "));
  }

  /// Whether `symbol` can stand in a file at all: there is no way to write a line break.
  public static boolean isSymbol(int symbol) {
    return Character.isValidCodePoint(symbol)
        && symbol != '\n'
        && symbol != '\r'
        && Character.getType(symbol) != Character.SURROGATE;
  }

  private static boolean bare(int symbol) {
    return switch (symbol) {
      case ':', '/', '\'', '"', ',' -> false;
      default -> Glyphs.isVisible(symbol);
    };
  }
}
