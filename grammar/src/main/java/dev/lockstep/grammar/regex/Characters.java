package dev.lockstep.grammar.regex;

/// Symbols as expressions write them.
final class Characters {
  private static final String SIGNS = "|*+?().[]\\/";

  private Characters() {}

  static String written(int codePoint) {
    String text = Character.toString(codePoint);
    boolean escaped =
        SIGNS.contains(text)
            || Character.isWhitespace(codePoint)
            || Character.isSpaceChar(codePoint)
            || codePoint == 0xFEFF;
    return escaped ? "\\" + text : text;
  }
}
