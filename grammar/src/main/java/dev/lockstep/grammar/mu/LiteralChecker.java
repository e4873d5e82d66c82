package dev.lockstep.grammar.mu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Literals of lists, sets, maps and tuples, and `none`: their types from their parts or, where
/// these do not show it, from their surroundings.
final class LiteralChecker {
  private final Findings findings;
  private final ExpressionChecker expressions;

  LiteralChecker(Findings findings, ExpressionChecker expressions) {
    this.findings = findings;
    this.expressions = expressions;
  }

  Optional<MuType> list(MuExpression.ListOf it, Optional<MuType> context) {
    Optional<MuType> wanted =
        context.flatMap(
            type -> type instanceof MuType.ListOf(MuType e) ? Optional.of(e) : Optional.empty());
    if (it.elements().isEmpty()) {
      if (wanted.isEmpty()) {
        unknown(it.place(), "[]", "let xs: [int] = []");
      }
    } else {
      wanted = expressions.common(it.elements(), wanted);
    }
    return expressions.sound(wanted.map(MuType.ListOf::new), it.place());
  }

  Optional<MuType> set(MuExpression.SetOf it, Optional<MuType> context) {
    Optional<MuType> wanted =
        context.flatMap(
            type -> type instanceof MuType.SetOf(MuType e) ? Optional.of(e) : Optional.empty());
    return expressions.sound(
        expressions.common(it.elements(), wanted).map(MuType.SetOf::new), it.place());
  }

  Optional<MuType> map(MuExpression.MapOf it, Optional<MuType> context) {
    Optional<MuType> key = Optional.empty();
    Optional<MuType> value = Optional.empty();
    if (context.isPresent() && context.get() instanceof MuType.MapOf(MuType k, MuType v)) {
      key = Optional.of(k);
      value = Optional.of(v);
    }
    if (it.keys().isEmpty()) {
      if (key.isEmpty()) {
        unknown(it.place(), "{}", "let ages: {str: int} = {}");
      }
    } else {
      key = expressions.common(it.keys(), key);
      value = expressions.common(it.values(), value);
    }
    Optional<MuType> values = value;
    return expressions.sound(key.flatMap(k -> values.map(v -> new MuType.MapOf(k, v))), it.place());
  }

  Optional<MuType> none(Place place, Optional<MuType> context) {
    if (context.isEmpty()) {
      unknown(place, "none", "let found: int? = none");
      return Optional.empty();
    }
    if (!(context.get() instanceof MuType.Option)) {
      findings.error(
          MuProblem.TYPE, place, "expected `" + context.get().print() + "`, found `none`");
      return Optional.empty();
    }
    return context;
  }

  private void unknown(Place place, String written, String example) {
    findings.error(
        MuProblem.EMPTY_LIST,
        place,
        "the type of `" + written + "` cannot be known here",
        "Declare a variable with its type: `" + example + "`.");
  }

  Optional<MuType> tuple(MuExpression.TupleOf it, Optional<MuType> context) {
    List<MuType> wanted =
        context.isPresent()
                && context.get() instanceof MuType.TupleOf(List<MuType> parts)
                && parts.size() == it.parts().size()
            ? parts
            : List.of();
    List<Optional<MuType>> types = new ArrayList<>();
    for (int i = 0; i < it.parts().size(); i++) {
      MuExpression part = it.parts().get(i);
      types.add(
          expressions.type(part, wanted.isEmpty() ? Optional.empty() : Optional.of(wanted.get(i))));
    }
    return types.stream().allMatch(Optional::isPresent)
        ? expressions.sound(
            Optional.of(new MuType.TupleOf(types.stream().map(Optional::get).toList())), it.place())
        : Optional.empty();
  }
}
