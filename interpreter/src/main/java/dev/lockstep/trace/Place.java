package dev.lockstep.trace;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import java.util.Optional;

/// Where in a program's source something happened.
///
/// @param file where it is not the program's own, but one that it imports
/// @param line of the file, from 1
/// @param column from 1, in code points
/// @param length in code points, line breaks included
/// @param text that stands there, cut to its first line and to 120 code points
public record Place(Optional<String> file, int line, int column, int length, String text) {
  private static final int MOST_SHOWN = 120;

  public static Place of(Span span, Source source) {
    int start = span.start();
    String text = source.textOf(span);
    String file = source.nameAt(start);
    return new Place(
        Optional.of(file).filter(it -> !it.equals(source.name())),
        source.line(start),
        source.column(start),
        points(text),
        brief(text));
  }

  /// The span of this place in `source`, if the source has such a place.
  public Optional<Span> span(Source source) {
    String name = file.orElse(source.name());
    return source.allParts().stream()
        .filter(part -> part.source().name().equals(name))
        .findFirst()
        .flatMap(this::span);
  }

  private Optional<Span> span(Source.Part part) {
    if (line < 1 || line > part.source().lines() || column < 1) {
      return Optional.empty();
    }
    String text = part.source().text();
    try {
      int start = text.offsetByCodePoints(part.source().lineStart(line), column - 1);
      int end = text.offsetByCodePoints(start, length);
      return Optional.of(new Span(part.start() + start, part.start() + end));
    } catch (IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  /// `line:column`, behind the name of an imported file, its folders left out.
  public String at() {
    return file.map(it -> it.substring(it.lastIndexOf('/') + 1) + ":").orElse("")
        + line
        + ":"
        + column;
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
