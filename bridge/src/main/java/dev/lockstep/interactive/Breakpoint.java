package dev.lockstep.interactive;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import java.util.Comparator;
import java.util.Optional;

/// A line of a program, in the file of that name.
record Breakpoint(String file, int line) implements Comparable<Breakpoint> {
  /// The line that `span` begins in.
  static Breakpoint at(Source source, Span span) {
    return new Breakpoint(source.nameAt(span.start()), source.line(span.start()));
  }

  /// What `LINE` or `FILE:LINE` means; a file may be named by the end of its path. Empty where
  /// there is no such file or the line is no number.
  static Optional<Breakpoint> of(String text, Source source) {
    int colon = text.lastIndexOf(':');
    String file = colon < 0 ? source.name() : text.substring(0, colon).strip();
    try {
      int line = Integer.parseInt(text.substring(colon + 1).strip());
      return source.allParts().stream()
          .map(part -> part.source().name())
          .filter(name -> name.equals(file) || name.endsWith("/" + file))
          .findFirst()
          .map(name -> new Breakpoint(name, line));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// The file, of those that `source` consists of.
  Source in(Source source) {
    return source.allParts().stream()
        .map(Source.Part::source)
        .filter(it -> it.name().equals(file))
        .findFirst()
        .orElse(source);
  }

  /// The line, behind the name of a file that is not the program's own.
  String words(Source source) {
    return (file.equals(source.name()) ? "" : file + ":") + line;
  }

  @Override
  public int compareTo(Breakpoint other) {
    return Comparator.comparing(Breakpoint::file)
        .thenComparingInt(Breakpoint::line)
        .compare(this, other);
  }
}
