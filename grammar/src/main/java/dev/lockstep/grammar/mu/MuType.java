package dev.lockstep.grammar.mu;

/// A type: what a value may be.
public sealed interface MuType {
  /// How deep lists may nest, so that values of any type can be walked by recursion.
  int DEEPEST = 100;

  record Int() implements MuType {}

  record Bool() implements MuType {}

  record ListOf(MuType element) implements MuType {}

  /// How deep lists nest in it: 0 for `int`, 2 for `[[int]]`.
  default int depth() {
    return switch (this) {
      case Int(), Bool() -> 0;
      case ListOf(MuType element) -> 1 + element.depth();
    };
  }

  /// As it is written in a program: `int`, `bool`, `[int]`.
  default String print() {
    return switch (this) {
      case Int() -> "int";
      case Bool() -> "bool";
      case ListOf(MuType element) -> "[" + element.print() + "]";
    };
  }
}
