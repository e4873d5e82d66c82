package dev.lockstep.grammar.mu;

import java.util.Optional;

/// Texts as they are written in a program: in double quotes, with the escapes `\n`, `\r`, `\t`,
/// `\"`, `\\`, and `u{1F600}` behind a backslash for a code point.
final class TextLiteral {
  private TextLiteral() {}

  /// What stands between quotes, or what is wrong with it and where.
  sealed interface Read {
    record Of(String value) implements Read {}

    /// An escape that means nothing.
    ///
    /// @param start where in the literal the escape begins
    record Wrong(String message, int start, int end) implements Read {}
  }

  static Read read(String quoted) {
    StringBuilder value = new StringBuilder();
    int at = 1;
    while (at < quoted.length() - 1) {
      char c = quoted.charAt(at);
      if (c != '\\') {
        value.append(c);
        at++;
        continue;
      }
      int start = at;
      char escape = quoted.charAt(at + 1);
      at += 2;
      switch (escape) {
        case 'n' -> value.append('\n');
        case 'r' -> value.append('\r');
        case 't' -> value.append('\t');
        case '"', '\\' -> value.append(escape);
        case 'u' -> {
          int close = quoted.indexOf('}', at);
          int end = close < 0 ? at : close + 1;
          Optional<Integer> point =
              close < 0 || quoted.charAt(at) != '{'
                  ? Optional.empty()
                  : point(quoted.substring(at + 1, close));
          if (point.isEmpty()) {
            return new Read.Wrong("expected a code point such as `\\u{1F600}`", start, end);
          }
          value.appendCodePoint(point.get());
          at = end;
        }
        default -> {
          return new Read.Wrong("unknown escape `\\" + escape + "`", start, at);
        }
      }
    }
    return new Read.Of(value.toString());
  }

  private static Optional<Integer> point(String hex) {
    if (!hex.matches("[0-9a-fA-F]{1,6}")) {
      return Optional.empty();
    }
    int point = Integer.parseInt(hex, 16);
    boolean valid =
        Character.isValidCodePoint(point)
            && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    return valid ? Optional.of(point) : Optional.empty();
  }

  static String write(String value) {
    StringBuilder out = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                  if (Character.isISOControl(point)) {
                    out.append("\\u{").append(Integer.toHexString(point)).append('}');
                  } else {
                    out.appendCodePoint(point);
                  }
                }
              }
            });
    return out.append('"').toString();
  }
}
