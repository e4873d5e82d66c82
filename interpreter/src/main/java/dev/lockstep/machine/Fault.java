package dev.lockstep.machine;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Why a program failed: a message without place or full stop, the place if there is one, a hint,
/// and the calls that were running, the innermost first. Two faults are the same fault when message
/// and place agree.
public record Fault(String message, Optional<Span> span, Optional<String> hint, List<Call> calls) {
  private static final int MOST_SHOWN = 10;

  public Fault {
    calls = List.copyOf(calls);
  }

  /// A running call.
  ///
  /// @param function its name
  /// @param site where it was called, if that is known and in a file of the program
  public record Call(String function, Optional<Span> site) {}

  public Fault(String message, Optional<Span> span, Optional<String> hint) {
    this(message, span, hint, List.of());
  }

  public Fault(String message, Span span) {
    this(message, Optional.of(span), Optional.empty());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fault fault && message.equals(fault.message) && span.equals(fault.span);
  }

  @Override
  public int hashCode() {
    return Objects.hash(message, span);
  }

  /// The fault as the user sees it, with the source line and a caret where the place is known.
  public String render(Source source) {
    return located(source) + calls(source);
  }

  /// Who called whom, where more than one call was running; the middle of many is left out.
  private String calls(Source source) {
    if (calls.size() < 2) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    int hidden = calls.size() - MOST_SHOWN;
    for (int i = 0; i < calls.size(); i++) {
      if (hidden > 1 && i == MOST_SHOWN / 2) {
        text.append("\n  … ").append(hidden).append(" more calls");
        i += hidden;
      }
      Call call = calls.get(i);
      text.append("\n  in `").append(call.function()).append('`');
      call.site().ifPresent(at -> text.append(", called at ").append(source.locate(at)));
    }
    return text.toString();
  }

  /// The same without the calls.
  public Fault withoutCalls() {
    return new Fault(message, span, hint);
  }

  private String located(Source source) {
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
