package dev.lockstep.trace;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;

/// Where in a program's source something happened: line and column from 1, columns in code points,
/// and the text that stands there, cut to its first line and to 120 code points.
public record Place(int line, int column, String text) {
  private static final int MOST_SHOWN = 120;

  public static Place of(Span span, Source source) {
    int start = span.start();
    return new Place(source.line(start), source.column(start), brief(source.textOf(span)));
  }

  /// `line:column`.
  public String at() {
    return line + ":" + column;
  }

  private static String brief(String text) {
    int lineEnd = text.indexOf('\n');
    String first = lineEnd < 0 ? text : text.substring(0, lineEnd).stripTrailing();
    boolean fits = first.codePointCount(0, first.length()) <= MOST_SHOWN;
    if (fits) {
      return lineEnd < 0 ? first : first + " …";
    }
    return first.substring(0, first.offsetByCodePoints(0, MOST_SHOWN)) + " …";
  }
}
