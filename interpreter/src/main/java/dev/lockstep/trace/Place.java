package dev.lockstep.trace;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import java.util.Optional;

/// Where in a program's source something happened.
///
/// @param line from 1
/// @param column from 1, in code points
/// @param length in code points, line breaks included
/// @param text that stands there, cut to its first line and to 120 code points
public record Place(int line, int column, int length, String text) {
  private static final int MOST_SHOWN = 120;

  public static Place of(Span span, Source source) {
    int start = span.start();
    String text = source.textOf(span);
    return new Place(source.line(start), source.column(start), points(text), brief(text));
  }

  /// The span of this place in `source`, if the source has such a place.
  public Optional<Span> span(Source source) {
    if (line < 1 || line > source.lines() || column < 1) {
      return Optional.empty();
    }
    String text = source.text();
    try {
      int start = text.offsetByCodePoints(source.lineStart(line), column - 1);
      return Optional.of(new Span(start, text.offsetByCodePoints(start, length)));
    } catch (IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  /// `line:column`.
  public String at() {
    return line + ":" + column;
  }

  private static String brief(String text) {
    int lineEnd = text.indexOf('\n');
    String first = lineEnd < 0 ? text : text.substring(0, lineEnd).stripTrailing();
    if (points(first) <= MOST_SHOWN) {
      return lineEnd < 0 ? first : first + " …";
    }
    return first.substring(0, first.offsetByCodePoints(0, MOST_SHOWN)) + " …";
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }
}
