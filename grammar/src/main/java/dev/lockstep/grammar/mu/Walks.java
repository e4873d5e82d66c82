package dev.lockstep.grammar.mu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Walks over statements.
final class Walks {
  private Walks() {}

  /// All statements of a block, those of inner blocks included.
  static List<MuStatement> statements(MuBlock block) {
    List<MuStatement> found = new ArrayList<>();
    Deque<MuBlock> open = new ArrayDeque<>(List.of(block));
    while (!open.isEmpty()) {
      for (MuStatement statement : open.pop().statements()) {
        found.add(statement);
        blocks(statement).forEach(open::push);
      }
    }
    return found;
  }

  private static List<MuBlock> blocks(MuStatement statement) {
    return switch (statement) {
      case MuStatement.If it ->
          it.otherwise().map(other -> List.of(it.then(), other)).orElse(List.of(it.then()));
      case MuStatement.While it -> List.of(it.body());
      case MuStatement.Walk it -> List.of(it.body());
      case MuStatement.Count it -> List.of(it.body());
      case MuStatement.Match it -> it.arms().stream().map(MuStatement.Arm::body).toList();
      case MuStatement.Declare _,
          MuStatement.Assign _,
          MuStatement.SetElement _,
          MuStatement.Return _,
          MuStatement.Assert _,
          MuStatement.Print _,
          MuStatement.Do _,
          MuStatement.Update _,
          MuStatement.SetField _,
          MuStatement.Unpack _,
          MuStatement.Break _,
          MuStatement.Continue _ ->
          List.of();
    };
  }

  /// The expressions that stand in a statement itself.
  static List<MuExpression> expressions(MuStatement statement) {
    return switch (statement) {
      case MuStatement.Declare it -> List.of(it.value());
      case MuStatement.Assign it -> List.of(it.value());
      case MuStatement.SetElement it -> List.of(it.list(), it.index(), it.value());
      case MuStatement.If it -> List.of(it.condition());
      case MuStatement.While it -> with(it.invariants(), it.condition());
      case MuStatement.Walk it -> with(it.invariants(), it.list());
      case MuStatement.Count it -> with(it.invariants(), it.from(), it.to());
      case MuStatement.Return it -> it.value().map(List::of).orElse(List.of());
      case MuStatement.Assert it -> List.of(it.condition());
      case MuStatement.Print it -> List.of(it.value());
      case MuStatement.Do it -> List.of(it.call());
      case MuStatement.Update it -> List.of(it.target(), it.value());
      case MuStatement.SetField it -> List.of(it.target(), it.value());
      case MuStatement.Unpack it -> List.of(it.value());
      case MuStatement.Match it -> {
        List<MuExpression> all = new ArrayList<>(List.of(it.subject()));
        it.arms().forEach(arm -> arm.guard().ifPresent(all::add));
        yield all;
      }
      case MuStatement.Break _, MuStatement.Continue _ -> List.of();
    };
  }

  private static List<MuExpression> with(List<MuExpression> some, MuExpression... others) {
    List<MuExpression> all = new ArrayList<>(some);
    all.addAll(List.of(others));
    return all;
  }

  /// Whether a function of the library changes what it is given: it sets elements of a parameter.
  /// What it pushes to is its own.
  static boolean changes(MuBlock block) {
    return statements(block).stream().anyMatch(MuStatement.SetElement.class::isInstance);
  }
}
