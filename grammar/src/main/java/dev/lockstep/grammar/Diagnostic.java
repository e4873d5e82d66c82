package dev.lockstep.grammar;

import java.util.Optional;

/// One thing that is wrong with a source.
///
/// @param message what was expected and what was found, without place or full stop; values stand in
///   backquotes
/// @param hint what to do about it, a sentence that starts with a verb, if one helps
public record Diagnostic(Severity severity, Span span, String message, Optional<String> hint) {
  public enum Severity {
    ERROR,
    WARNING;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public static Diagnostic error(Span span, String message) {
    return new Diagnostic(Severity.ERROR, span, message, Optional.empty());
  }

  public static Diagnostic error(Span span, String message, String hint) {
    return new Diagnostic(Severity.ERROR, span, message, Optional.of(hint));
  }

  public static Diagnostic warning(Span span, String message, String hint) {
    return new Diagnostic(Severity.WARNING, span, message, Optional.of(hint));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// `file:line:column: error: message`, the source line, a caret under the span, and the hint;
  /// without a line break at the end.
  public String render(Source source) {
    int line = source.line(span.start());
    String text = source.lineText(line);
    int from = source.column(span.start()) - 1; // code points before the caret
    int to = source.line(span.end()) == line ? source.column(span.end()) - 1 : length(text);
    StringBuilder out = new StringBuilder();
    out.append(source.locate(span)).append(": ").append(severity).append(": ").append(message);
    Excerpt excerpt = Excerpt.of(text, from, Math.max(from + 1, to));
    out.append("\n  ").append(excerpt.text()).append("\n  ").append(excerpt.caret());
    hint.ifPresent(it -> out.append("\n  hint: ").append(it));
    return out.toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /// A line cut to what fits on a screen, and the marks below it.
  private record Excerpt(String text, String caret) {
    private static final int WIDTH = 100;

    /// `from` and `to` count code points of `line`; a tab counts as one space, here and on screen.
    static Excerpt of(String line, int from, int to) {
      int[] points = line.codePoints().map(p -> p == '\t' ? ' ' : p).toArray();
      int first = from < WIDTH - 10 ? 0 : from - WIDTH / 2;
      int last = Math.min(points.length, first + WIDTH);
      String before = first > 0 ? "…" : "";
      String after = last < points.length ? "…" : "";
      String shown = before + new String(points, first, last - first) + after;
      int marks = Math.max(1, Math.min(to, last) - from);
      String caret = " ".repeat(before.length() + from - first) + "^" + "~".repeat(marks - 1);
      return new Excerpt(shown, caret);
    }
  }
}
