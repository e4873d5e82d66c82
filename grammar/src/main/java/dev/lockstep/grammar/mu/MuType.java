package dev.lockstep.grammar.mu;

import java.util.List;
import java.util.stream.Collectors;

/// A type: what a value may be.
public sealed interface MuType {
  /// How deep types may nest, so that values of any type can be walked by recursion.
  int DEEPEST = 100;

  record Int() implements MuType {}

  record Bool() implements MuType {}

  record ListOf(MuType element) implements MuType {}

  /// The types beyond ints, bools and lists.
  sealed interface Extended extends MuType {}

  /// `str`: a sequence of Unicode code points.
  record Text() implements Extended {}

  /// `(int, str)`: two parts or more.
  record TupleOf(List<MuType> parts) implements Extended {
    public TupleOf {
      parts = List.copyOf(parts);
    }
  }

  /// A record of the program, by its name.
  record RecordOf(String name) implements Extended {}

  /// `int?`.
  record Option(MuType value) implements Extended {}

  /// `{str: int}`.
  record MapOf(MuType key, MuType value) implements Extended {}

  /// `{int}`.
  record SetOf(MuType element) implements Extended {}

  /// Any one type, in the signatures of the library: `T`, or `O` where it has an order.
  record Variable(String name, boolean ordered) implements Extended {}

  /// The types it is written with.
  default List<MuType> parts() {
    return switch (this) {
      case Int(), Bool(), Text(), RecordOf _, Variable _ -> List.of();
      case ListOf(MuType element) -> List.of(element);
      case TupleOf(List<MuType> parts) -> parts;
      case Option(MuType value) -> List.of(value);
      case MapOf(MuType key, MuType value) -> List.of(key, value);
      case SetOf(MuType element) -> List.of(element);
    };
  }

  /// How deep it nests as it is written: 0 for `int`, 2 for `[[int]]`.
  default int depth() {
    return parts().stream().mapToInt(part -> 1 + part.depth()).max().orElse(0);
  }

  /// As it is written in a program: `int`, `bool`, `[int]`.
  default String print() {
    return switch (this) {
      case Int() -> "int";
      case Bool() -> "bool";
      case Text() -> "str";
      case ListOf(MuType element) -> "[" + element.print() + "]";
      case TupleOf(List<MuType> parts) ->
          parts.stream().map(MuType::print).collect(Collectors.joining(", ", "(", ")"));
      case RecordOf(String name) -> name;
      case Option(MuType value) -> value.print() + "?";
      case MapOf(MuType key, MuType value) -> "{" + key.print() + ": " + value.print() + "}";
      case SetOf(MuType element) -> "{" + element.print() + "}";
      case Variable(String name, _) -> name;
    };
  }
}
