package dev.lockstep.mu.code;

import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.grammar.mu.MuPattern;
import dev.lockstep.grammar.mu.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Patterns as expressions: what they test, and what their names are bound to.
final class Patterns {
  private Patterns() {}

  /// Whether `pattern` matches every value of its type.
  static boolean always(MuPattern pattern) {
    return switch (pattern) {
      case MuPattern.Any _, MuPattern.Bind _ -> true;
      case MuPattern.Literal _, MuPattern.Some _, MuPattern.None _ -> false;
      case MuPattern.Parts it -> it.parts().stream().allMatch(Patterns::always);
      case MuPattern.Shape it -> it.fields().stream().allMatch(field -> always(field.pattern()));
    };
  }

  /// Whether `value` matches a pattern that does not always.
  static MuExpression test(MuPattern pattern, MuExpression value) {
    return tested(pattern, value).orElseThrow();
  }

  private static Optional<MuExpression> tested(MuPattern pattern, MuExpression value) {
    Place place = pattern.place();
    return switch (pattern) {
      case MuPattern.Any _, MuPattern.Bind _ -> Optional.empty();
      case MuPattern.Literal(MuExpression literal, _) ->
          Optional.of(new MuExpression.Binary(MuOperator.EQUAL, value, literal, place));
      case MuPattern.None _ ->
          Optional.of(new MuExpression.Prefix(MuExpression.Sign.NOT, isSome(value, place), place));
      case MuPattern.Some(MuPattern inner, _) ->
          and(Optional.of(isSome(value, place)), tested(inner, unwrap(value, inner.place())));
      case MuPattern.Parts(List<MuPattern> parts, _) -> {
        Optional<MuExpression> all = Optional.empty();
        for (int i = 0; i < parts.size(); i++) {
          MuPattern part = parts.get(i);
          all = and(all, tested(part, new MuExpression.Part(value, i, part.place())));
        }
        yield all;
      }
      case MuPattern.Shape(_, var fields, _) -> {
        Optional<MuExpression> all = Optional.empty();
        for (MuPattern.FieldPattern field : fields) {
          MuExpression part = new MuExpression.Field(value, field.field(), field.place());
          all = and(all, tested(field.pattern(), part));
        }
        yield all;
      }
    };
  }

  private static Optional<MuExpression> and(
      Optional<MuExpression> left, Optional<MuExpression> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.or(() -> right);
    }
    Place place = left.get().place().to(right.get().place());
    return Optional.of(new MuExpression.Binary(MuOperator.AND, left.get(), right.get(), place));
  }

  /// What the names of a pattern that matches `value` mean, in order.
  static SequencedMap<String, MuExpression> bindings(MuPattern pattern, MuExpression value) {
    SequencedMap<String, MuExpression> bindings = new LinkedHashMap<>();
    bind(pattern, value, bindings);
    return bindings;
  }

  private static void bind(
      MuPattern pattern, MuExpression value, SequencedMap<String, MuExpression> bindings) {
    switch (pattern) {
      case MuPattern.Any _, MuPattern.Literal _, MuPattern.None _ -> {}
      case MuPattern.Bind(String name, _) -> bindings.put(name, value);
      case MuPattern.Some(MuPattern inner, _) ->
          bind(inner, unwrap(value, inner.place()), bindings);
      case MuPattern.Parts(List<MuPattern> parts, _) -> {
        for (int i = 0; i < parts.size(); i++) {
          MuPattern part = parts.get(i);
          bind(part, new MuExpression.Part(value, i, part.place()), bindings);
        }
      }
      case MuPattern.Shape(_, var fields, _) -> {
        for (MuPattern.FieldPattern field : fields) {
          MuExpression part = new MuExpression.Field(value, field.field(), field.place());
          bind(field.pattern(), part, bindings);
        }
      }
    }
  }

  private static MuExpression isSome(MuExpression value, Place place) {
    return new MuExpression.Call(MuBuiltin.IS_SOME.word(), List.of(value), place);
  }

  private static MuExpression unwrap(MuExpression value, Place place) {
    return new MuExpression.Call(MuBuiltin.UNWRAP.word(), List.of(value), place);
  }
}
