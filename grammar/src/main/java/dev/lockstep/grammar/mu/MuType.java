package dev.lockstep.grammar.mu;

/// A type: what a value may be.
public sealed interface MuType {

  record Int() implements MuType {}

  record Bool() implements MuType {}

  record ListOf(MuType element) implements MuType {}

  /// As it is written in a program: `int`, `bool`, `[int]`.
  default String print() {
    return switch (this) {
      case Int() -> "int";
      case Bool() -> "bool";
      case ListOf(MuType element) -> "[" + element.print() + "]";
    };
  }
}
