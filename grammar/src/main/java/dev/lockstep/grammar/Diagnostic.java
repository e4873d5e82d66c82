package dev.lockstep.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One thing that is wrong with a source.
///
/// @param problem its kind, if the language tells kinds apart
/// @param message what was expected and what was found, without place or full stop; values stand in
///   backquotes
/// @param hint what to do about it, a sentence that starts with a verb, if one helps
/// @param notes other places that explain it, such as where a name was declared first
public record Diagnostic(
    Severity severity,
    Optional<Problem> problem,
    Span span,
    String message,
    Optional<String> hint,
    List<Note> notes) {
  public Diagnostic {
    notes = List.copyOf(notes);
  }

  /// What another place of the source has to do with it: `declared here`.
  public record Note(Span span, String message) {}

  public enum Severity {
    ERROR,
    WARNING;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// An error of no particular kind.
  public static Diagnostic error(Span span, String message) {
    return of(Severity.ERROR, span, message);
  }

  public static Diagnostic error(Span span, String message, String hint) {
    return of(Severity.ERROR, span, message).withHint(hint);
  }

  public static Diagnostic error(Problem problem, Span span, String message) {
    return of(Severity.ERROR, span, message).as(problem);
  }

  public static Diagnostic error(Problem problem, Span span, String message, String hint) {
    return error(problem, span, message).withHint(hint);
  }

  /// A warning of no particular kind.
  public static Diagnostic warning(Span span, String message, String hint) {
    return of(Severity.WARNING, span, message).withHint(hint);
  }

  public static Diagnostic warning(Problem problem, Span span, String message, String hint) {
    return warning(span, message, hint).as(problem);
  }

  private static Diagnostic of(Severity severity, Span span, String message) {
    return new Diagnostic(severity, Optional.empty(), span, message, Optional.empty(), List.of());
  }

  /// The same of this kind.
  public Diagnostic as(Problem kind) {
    return new Diagnostic(severity, Optional.of(kind), span, message, hint, notes);
  }

  /// The same with this hint, in place of one it had.
  public Diagnostic withHint(String text) {
    return new Diagnostic(severity, problem, span, message, Optional.of(text), notes);
  }

  /// The same with one more note.
  public Diagnostic withNote(Span place, String text) {
    List<Note> more = new ArrayList<>(notes);
    more.add(new Note(place, text));
    return new Diagnostic(severity, problem, span, message, hint, more);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// `file:line:column: error: message [code]`, the source line, a caret under the span, each note
  /// in the same form, and the hint; without a line break at the end.
  public String render(Source source) {
    StringBuilder out = new StringBuilder();
    String kind = problem.map(it -> " [" + it.code() + "]").orElse("");
    out.append(pointing(source, span, severity + ": " + message + kind));
    for (Note note : notes) {
      out.append('\n').append(pointing(source, note.span(), "note: " + note.message()));
    }
    hint.ifPresent(it -> out.append("\n  hint: ").append(it));
    return out.toString();
  }

  /// `file:line:column: what`, the source line, and a caret under the span.
  public static String pointing(Source whole, Span place, String what) {
    Source.Part part = whole.partAt(place.start());
    Source source = part.source();
    Span span = part.inside(place);
    int line = source.line(span.start());
    String text = source.lineText(line);
    int from = source.column(span.start()) - 1; // code points before the caret
    int to = source.line(span.end()) == line ? source.column(span.end()) - 1 : length(text);
    Excerpt excerpt = Excerpt.of(text, from, Math.max(from + 1, to));
    return source.locate(span) + ": " + what + "\n  " + excerpt.text() + "\n  " + excerpt.caret();
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
