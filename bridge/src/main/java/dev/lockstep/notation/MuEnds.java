package dev.lockstep.notation;

import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.mu.code.Formula;
import java.util.Optional;

/// Where a program's syntax speaks of the end of a list: as the bound of a `for`, or compared with
/// a place.
final class MuEnds {
  private MuEnds() {}

  /// The end of a `for`: the length of `list` less `minus`.
  record Bound(String list, int minus) {}

  /// The bound as a length, where it is one.
  static Optional<Bound> bound(Formula to) {
    return switch (to.expression()) {
      case MuExpression.Call it when isLength(it) ->
          name(it.arguments().getFirst()).map(list -> new Bound(list, 0));
      case MuExpression.Binary(
              MuOperator operator,
              MuExpression.Call left,
              MuExpression.Int right,
              _)
          when operator == MuOperator.MINUS && isLength(left) ->
          name(left.arguments().getFirst())
              .flatMap(
                  list -> MuPointer.of(right).map(distance -> new Bound(list, distance.offset())));
      case MuExpression.Int _,
          MuExpression.Bool _,
          MuExpression.ListOf _,
          MuExpression.Name _,
          MuExpression.Index _,
          MuExpression.Call _,
          MuExpression.Prefix _,
          MuExpression.Binary _,
          MuExpression.Extended _ ->
          Optional.empty();
    };
  }

  /// A place compared with the end of `list`.
  record Meeting(String list, MuPointer place) {}

  /// The place in a list that `it` compares with the list's end, as in `i < len(xs)` or `len(xs) >
  /// 0`; the length of another list is a place too, as in `len(ys) == len(xs)`.
  static Optional<Meeting> meetsEnd(MuExpression.Binary it) {
    boolean compares =
        switch (it.operator()) {
          case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
          case OR, AND, IN, PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> false;
        };
    return compares
        ? meeting(it.left(), it.right()).or(() -> meeting(it.right(), it.left()))
        : Optional.empty();
  }

  private static Optional<Meeting> meeting(MuExpression place, MuExpression length) {
    Optional<MuPointer> pointer =
        lengthOf(place)
            .map(other -> new MuPointer(MuPointer.END + other, 0))
            .or(() -> MuPointer.of(place));
    return lengthOf(length).flatMap(list -> pointer.map(it -> new Meeting(list, it)));
  }

  /// The list in a variable whose length the expression is, if it is one.
  static Optional<String> lengthOf(MuExpression expression) {
    return expression instanceof MuExpression.Call it && isLength(it)
        ? name(it.arguments().getFirst())
        : Optional.empty();
  }

  static boolean isLength(MuExpression.Call it) {
    return it.function().equals(MuBuiltin.LEN.word());
  }

  static Optional<String> name(MuExpression expression) {
    return expression instanceof MuExpression.Name it ? Optional.of(it.name()) : Optional.empty();
  }
}
