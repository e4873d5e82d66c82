package dev.lockstep.grammar.mu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The parts of expressions and the calls in them, built-ins included.
public final class Calls {
  private Calls() {}

  static List<MuExpression.Call> in(List<MuExpression> expressions) {
    List<MuExpression.Call> calls = new ArrayList<>();
    Deque<MuExpression> open = new ArrayDeque<>(expressions);
    while (!open.isEmpty()) {
      MuExpression expression = open.pop();
      if (expression instanceof MuExpression.Call call) {
        calls.add(call);
      }
      parts(expression).forEach(open::push);
    }
    return calls;
  }

  /// The names of what a function calls, built-ins included, in no particular order.
  public static Set<String> functions(MuFunction function) {
    List<MuExpression> all = new ArrayList<>(function.requires());
    all.addAll(function.ensures());
    Walks.statements(function.body()).forEach(it -> all.addAll(Walks.expressions(it)));
    Set<String> called = new LinkedHashSet<>();
    in(all).forEach(call -> called.add(call.function()));
    return called;
  }

  /// The variables that an expression names.
  static Set<String> names(MuExpression expression) {
    Set<String> names = new HashSet<>();
    Deque<MuExpression> open = new ArrayDeque<>(List.of(expression));
    while (!open.isEmpty()) {
      MuExpression part = open.pop();
      if (part instanceof MuExpression.Name(String name, _)) {
        names.add(name);
      }
      parts(part).forEach(open::push);
    }
    return names;
  }

  /// The expressions that `expression` is made of, in the order of evaluation.
  public static List<MuExpression> parts(MuExpression expression) {
    return switch (expression) {
      case MuExpression.Int _,
          MuExpression.Bool _,
          MuExpression.Name _,
          MuExpression.Text _,
          MuExpression.None _ ->
          List.of();
      case MuExpression.ListOf it -> it.elements();
      case MuExpression.Call it -> it.arguments();
      case MuExpression.Index it -> List.of(it.list(), it.index());
      case MuExpression.Prefix it -> List.of(it.operand());
      case MuExpression.Binary it -> List.of(it.left(), it.right());
      case MuExpression.TupleOf it -> it.parts();
      case MuExpression.Part it -> List.of(it.tuple());
      case MuExpression.Field it -> List.of(it.record());
      case MuExpression.Make it -> values(it.fields());
      case MuExpression.With it -> {
        List<MuExpression> parts = new ArrayList<>(List.of(it.record()));
        parts.addAll(values(it.fields()));
        yield parts;
      }
      case MuExpression.MapOf it -> {
        List<MuExpression> parts = new ArrayList<>(it.keys());
        parts.addAll(it.values());
        yield parts;
      }
      case MuExpression.SetOf it -> it.elements();
      case MuExpression.Choice it -> List.of(it.condition(), it.then(), it.otherwise());
      case MuExpression.Match it -> {
        List<MuExpression> parts = new ArrayList<>(List.of(it.subject()));
        for (MuExpression.Arm arm : it.arms()) {
          arm.guard().ifPresent(parts::add);
          parts.add(arm.value());
        }
        yield parts;
      }
    };
  }

  static List<MuExpression> values(List<MuExpression.Labelled> fields) {
    return fields.stream().map(MuExpression.Labelled::value).toList();
  }
}
