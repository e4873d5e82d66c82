package dev.lockstep.grammar.assembly;

/// Characters and texts as files write them.
final class Quoting {
  private Quoting() {}

  static String character(int codePoint) {
    return "'" + escaped(codePoint, '\'') + "'";
  }

  static String text(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(point -> out.append(escaped(point, '"')));
    return out.append('"').toString();
  }

  private static String escaped(int codePoint, char quote) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case 0 -> "\\0";
      case '\\' -> "\\\\";
      default -> codePoint == quote ? "\\" + quote : Character.toString(codePoint);
    };
  }

  /// The characters of a quoted text or character, without its quotes and escapes.
  static String bare(String quoted) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char at = quoted.charAt(i);
      if (at == '\\') {
        i++;
        out.append(
            switch (quoted.charAt(i)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case '0' -> '\0';
              default -> quoted.charAt(i);
            });
      } else {
        out.append(at);
      }
    }
    return out.toString();
  }
}
