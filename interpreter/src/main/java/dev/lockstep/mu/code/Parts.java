package dev.lockstep.mu.code;

import dev.lockstep.grammar.mu.MuExpression;
import java.util.ArrayList;
import java.util.List;

/// Expressions with other parts in the place of theirs.
final class Parts {
  private Parts() {}

  /// `expression` with `parts` in the order of `Calls.parts`. Throws `IllegalArgumentException` for
  /// the kinds that are lowered otherwise.
  static MuExpression replaced(MuExpression expression, List<MuExpression> parts) {
    return switch (expression) {
      case MuExpression.TupleOf it -> new MuExpression.TupleOf(parts, it.place());
      case MuExpression.Part it -> new MuExpression.Part(parts.getFirst(), it.index(), it.place());
      case MuExpression.Field it -> new MuExpression.Field(parts.getFirst(), it.name(), it.place());
      case MuExpression.Make it ->
          new MuExpression.Make(it.record(), labelled(it.fields(), parts), it.place());
      case MuExpression.With it ->
          new MuExpression.With(
              parts.getFirst(), labelled(it.fields(), parts.subList(1, parts.size())), it.place());
      case MuExpression.Call it -> new MuExpression.Call(it.function(), parts, it.place());
      case MuExpression other -> throw new IllegalArgumentException("not of parts: " + other);
    };
  }

  private static List<MuExpression.Labelled> labelled(
      List<MuExpression.Labelled> fields, List<MuExpression> values) {
    List<MuExpression.Labelled> replaced = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      MuExpression.Labelled field = fields.get(i);
      replaced.add(new MuExpression.Labelled(field.label(), values.get(i), field.place()));
    }
    return replaced;
  }
}
