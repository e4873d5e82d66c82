package dev.lockstep.interactive;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import java.util.List;

/// What an entry is: text that stands in a program between other text.
record Draft(String before, String entry, String after) {
  Source source() {
    return new Source(MuSession.NAME, before + entry + after);
  }

  /// The same with places counted in the entry alone, where they stand in it.
  Diagnostic inEntry(Diagnostic it) {
    return it.notes().stream().allMatch(note -> holds(note.span()))
        ? new Diagnostic(
            it.severity(),
            it.problem(),
            moved(it.span()),
            it.message(),
            it.hint(),
            it.notes().stream()
                .map(note -> new Diagnostic.Note(moved(note.span()), note.message()))
                .toList())
        : new Diagnostic(
            it.severity(), it.problem(), moved(it.span()), it.message(), it.hint(), List.of());
  }

  boolean holds(Span span) {
    return span.start() >= before.length() && span.end() <= before.length() + entry.length();
  }

  Span moved(Span span) {
    return new Span(
        Math.clamp(span.start() - before.length(), 0, entry.length()),
        Math.clamp(span.end() - before.length(), 0, entry.length()));
  }
}
