package dev.lockstep.machine;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import java.util.Optional;

/// Why a program failed: a message without place or full stop, the place if there is one, and a
/// hint. Two faults are the same fault when message and place agree.
public record Fault(String message, Optional<Span> span, Optional<String> hint) {
  public Fault(String message, Span span) {
    this(message, Optional.of(span), Optional.empty());
  }

  /// The fault as the user sees it, with the source line and a caret where the place is known.
  public String render(Source source) {
    return span.map(
            it -> {
              Diagnostic error = Diagnostic.error(it, message);
              return hint.map(error::withHint).orElse(error).render(source);
            })
        .orElseGet(
            () ->
                source.name()
                    + ": error: "
                    + message
                    + hint.map(it -> "\n  hint: " + it).orElse(""));
  }
}
