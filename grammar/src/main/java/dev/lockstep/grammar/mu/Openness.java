package dev.lockstep.grammar.mu;

import java.util.IdentityHashMap;
import java.util.List;

/// Which expressions have their type from their surroundings, as `[]` and `none` have. Asked anew
/// at each level of a deep expression, so the answers are kept.
final class Openness {
  private final IdentityHashMap<MuExpression, Boolean> known = new IdentityHashMap<>();

  /// The first whose type shows without its surroundings; else the first of all.
  MuExpression decisive(List<MuExpression> expressions) {
    return expressions.stream()
        .filter(it -> !isOpen(it))
        .findFirst()
        .orElseGet(expressions::getFirst);
  }

  /// Whether the type of `expression` comes from its surroundings.
  boolean isOpen(MuExpression expression) {
    return switch (expression) {
      case MuExpression.None _ -> true;
      case MuExpression.ListOf _,
          MuExpression.MapOf _,
          MuExpression.TupleOf _,
          MuExpression.Choice _,
          MuExpression.Match _,
          MuExpression.Call _ -> {
        Boolean open = known.get(expression);
        if (open == null) {
          open = partsAreOpen(expression);
          known.put(expression, open);
        }
        yield open;
      }
      default -> false;
    };
  }

  private boolean partsAreOpen(MuExpression expression) {
    return switch (expression) {
      case MuExpression.ListOf(var elements, _) -> elements.stream().allMatch(this::isOpen);
      case MuExpression.MapOf(_, var values, _) -> values.stream().allMatch(this::isOpen);
      case MuExpression.TupleOf(var parts, _) -> parts.stream().anyMatch(this::isOpen);
      case MuExpression.Choice it -> isOpen(it.then()) && isOpen(it.otherwise());
      case MuExpression.Match it -> it.arms().stream().allMatch(arm -> isOpen(arm.value()));
      case MuExpression.Call it ->
          MuBuiltin.of(it.function())
                  .filter(word -> word == MuBuiltin.SOME || word == MuBuiltin.SET_OF)
                  .isPresent()
              && it.arguments().stream().allMatch(this::isOpen);
      default -> false;
    };
  }
}
