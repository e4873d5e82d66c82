package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a check has found so far.
final class Findings {
  private final List<Diagnostic> found = new ArrayList<>();

  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  void error(MuProblem problem, Place place, String message) {
    found.add(Diagnostic.error(problem, place.span(), message));
  }

  void error(MuProblem problem, Place place, String message, String hint) {
    found.add(Diagnostic.error(problem, place.span(), message, hint));
  }

  /// The same with another place that explains it.
  void error(
      MuProblem problem, Place place, String message, String hint, Place noted, String note) {
    found.add(Diagnostic.error(problem, place.span(), message, hint).withNote(noted.span(), note));
  }

  /// A name that nothing has, with the known name that was probably meant.
  void unknown(
      MuProblem problem, Place place, String what, Optional<String> nearest, String otherwise) {
    error(problem, place, what, nearest.map(it -> "Did you mean `" + it + "`?").orElse(otherwise));
  }

  void warning(MuProblem problem, Place place, String message, String hint) {
    found.add(Diagnostic.warning(problem, place.span(), message, hint));
  }

  /// Whether something within `place` is an error.
  boolean anyIn(Place place) {
    return found.stream()
        .anyMatch(
            it ->
                it.isError()
                    && it.span().start() >= place.span().start()
                    && it.span().end() <= place.span().end());
  }

  /// In order of place.
  List<Diagnostic> inOrder() {
    return found.stream().sorted(Findings::byPlace).toList();
  }

  /// Written out: the JDK's comparators of a key are made anew in every run, by the millisecond.
  private static int byPlace(Diagnostic one, Diagnostic other) {
    int starts = Integer.compare(one.span().start(), other.span().start());
    return starts != 0 ? starts : Integer.compare(one.span().end(), other.span().end());
  }
}
