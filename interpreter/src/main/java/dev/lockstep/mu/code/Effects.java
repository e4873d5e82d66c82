package dev.lockstep.mu.code;

import dev.lockstep.grammar.mu.Calls;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Which parts of an expression need instructions of their own: calls, `pop`, literals of lists,
/// maps and sets, choices between values, and everything around them.
final class Effects {
  private final Set<MuExpression> effectful = Collections.newSetFromMap(new IdentityHashMap<>());

  private Effects() {}

  /// Visits every part of `expressions` once.
  static Effects of(List<MuExpression> expressions) {
    Effects effects = new Effects();
    expressions.forEach(effects::visit);
    return effects;
  }

  static Effects of(MuExpression expression) {
    return of(List.of(expression));
  }

  boolean in(MuExpression part) {
    return effectful.contains(part);
  }

  /// Whether a later effect cannot change the value of a formula, nor come before its fault.
  static boolean stable(MuExpression pure) {
    return switch (pure) {
      case MuExpression.Int _,
          MuExpression.Bool _,
          MuExpression.Name _,
          MuExpression.Text _,
          MuExpression.None _ ->
          true;
      case MuExpression.Index _,
          MuExpression.Call _,
          MuExpression.ListOf _,
          MuExpression.MapOf _,
          MuExpression.SetOf _,
          MuExpression.Choice _,
          MuExpression.Match _ ->
          false;
      case MuExpression.TupleOf it -> it.parts().stream().allMatch(Effects::stable);
      case MuExpression.Part it -> stable(it.tuple());
      case MuExpression.Field it -> stable(it.record());
      case MuExpression.Make it -> stable(it.fields());
      case MuExpression.With it -> stable(it.record()) && stable(it.fields());
      case MuExpression.Prefix it -> stable(it.operand());
      case MuExpression.Binary it ->
          operatorStable(it.operator()) && stable(it.left()) && stable(it.right());
    };
  }

  private static boolean stable(List<MuExpression.Labelled> fields) {
    return fields.stream().allMatch(field -> stable(field.value()));
  }

  /// Whether an operator on stable operands is stable: a division may fault, an equation may read
  /// lists.
  static boolean operatorStable(MuOperator operator) {
    return switch (operator) {
      case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, PLUS, MINUS -> true;
      case EQUAL, NOT_EQUAL, IN, TIMES, DIVIDE, REMAINDER -> false;
    };
  }

  private boolean visit(MuExpression expression) {
    boolean itself =
        switch (expression) {
          case MuExpression.ListOf _,
              MuExpression.MapOf _,
              MuExpression.SetOf _,
              MuExpression.Choice _,
              MuExpression.Match _ ->
              true;
          case MuExpression.Call it -> !MuBuiltin.looks(it.function());
          case MuExpression.Int _,
              MuExpression.Bool _,
              MuExpression.Name _,
              MuExpression.Index _,
              MuExpression.Prefix _,
              MuExpression.Binary _,
              MuExpression.Text _,
              MuExpression.None _,
              MuExpression.TupleOf _,
              MuExpression.Part _,
              MuExpression.Field _,
              MuExpression.Make _,
              MuExpression.With _ ->
              false;
        };
    boolean found = visitAll(Calls.parts(expression), itself);
    if (found) {
      effectful.add(expression);
    }
    return found;
  }

  private boolean visitAll(Iterable<MuExpression> parts, boolean found) {
    boolean any = found;
    for (MuExpression part : parts) {
      any |= visit(part);
    }
    return any;
  }
}
