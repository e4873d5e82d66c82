package dev.lockstep.grammar.pushdown;

import dev.lockstep.grammar.turing.Symbols;

/// What a rule wants to see, next in the input or on top of a stack.
public sealed interface Look {
  /// This symbol, a code point, which is then used up.
  record Symbol(int codePoint) implements Look {}

  /// Nothing more: the end of the input, the bottom of the stack.
  record Edge() implements Look {}

  /// Whatever is there, which stays.
  record Anything() implements Look {}

  /// Whether one configuration can show both.
  default boolean overlaps(Look other) {
    return this instanceof Anything || other instanceof Anything || equals(other);
  }

  /// As in a file.
  ///
  /// @param edge the word for the edge: `end` or `bottom`
  default String written(String edge) {
    return switch (this) {
      case Symbol(int codePoint) -> written(codePoint);
      case Edge() -> edge;
      case Anything() -> "-";
    };
  }

  /// A symbol as in a file: the sign for nothing stands in quotes.
  static String written(int symbol) {
    return symbol == '-' ? "'-'" : Symbols.written(symbol);
  }
}
