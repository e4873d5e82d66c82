package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a check has found so far.
final class Findings {
  private final List<Diagnostic> found = new ArrayList<>();

  void error(Place place, String message) {
    found.add(Diagnostic.error(place.span(), message));
  }

  void error(Place place, String message, String hint) {
    found.add(Diagnostic.error(place.span(), message, hint));
  }

  /// A name that nothing has, with the known name that was probably meant.
  void unknown(Place place, String what, Optional<String> nearest, String otherwise) {
    String hint = nearest.map(it -> "Did you mean `" + it + "`?").orElse(otherwise);
    error(place, what, hint);
  }

  void warning(Place place, String message, String hint) {
    found.add(
        new Diagnostic(Diagnostic.Severity.WARNING, place.span(), message, Optional.of(hint)));
  }

  /// In order of place.
  List<Diagnostic> inOrder() {
    return found.stream()
        .sorted(
            Comparator.comparingInt((Diagnostic it) -> it.span().start())
                .thenComparingInt(it -> it.span().end()))
        .toList();
  }
}
