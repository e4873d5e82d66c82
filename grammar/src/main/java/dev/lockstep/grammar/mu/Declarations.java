package dev.lockstep.grammar.mu;

import java.util.Optional;

/// Gives names their meaning: no name twice, and one type for a name in a whole function.
final class Declarations {
  private final Scope scope;
  private final Findings findings;
  private Optional<Place> result = Optional.empty();

  Declarations(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /// From now on `result` is what the function gives back, declared at `place`.
  void reserveResult(Place place) {
    result = Optional.of(place);
  }

  /// A name may be used again in a block beside, but only for the same type: every variable of a
  /// trace has one meaning.
  void declare(String name, Scope.Kind kind, Optional<MuType> type, Place place) {
    Optional<Scope.Variable> visible = scope.find(name);
    Optional<Scope.Variable> earlier = scope.earlier(name);
    if (result.isPresent() && name.equals(MuFunction.RESULT)) {
      findings.error(
          MuProblem.NAME_TAKEN,
          place,
          "`" + name + "` is a name already: it is " + Scope.Kind.RESULT.words(),
          "Choose another name.",
          result.get(),
          "the function has an `ensures` clause");
      return;
    }
    if (visible.isPresent()) {
      findings.error(
          MuProblem.NAME_TAKEN,
          place,
          "`" + name + "` is a name already: it is " + visible.get().kind().words(),
          visible.get().kind() == Scope.Kind.VAR
              ? "Choose another name, or assign without `let` or `var`."
              : "Choose another name.",
          visible.get().place(),
          "`" + name + "` is declared here");
      return;
    }
    Optional<MuType> before = earlier.flatMap(Scope.Variable::type);
    if (before.isPresent() && type.isPresent() && !before.equals(type)) {
      findings.error(
          MuProblem.TWO_TYPES,
          place,
          "expected `"
              + name
              + "` to be `"
              + before.get().print()
              + "` as in the block before, found `"
              + type.get().print()
              + "`",
          "Choose another name: in one function a name has one type.",
          earlier.get().place(),
          "`" + name + "` has its type from here");
    }
    scope.declare(new Scope.Variable(name, kind, type, place));
  }
}
