package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Place;

/// What an instruction works on.
public sealed interface Operand {
  Place place();

  /// `r3`.
  record Register(int number, Place place) implements Operand {
    public Register(int number) {
      this(number, Place.NOWHERE);
    }
  }

  /// A value, an address or a target.
  record Value(Expression expression) implements Operand {
    @Override
    public Place place() {
      return expression.place();
    }
  }

  /// `4(r3)`: the cell 4 behind the one that the register points at.
  record Indexed(Expression offset, int register, Place place) implements Operand {}

  /// A function by its name.
  record Function(String name, Place place) implements Operand {}

  /// As in a file.
  default String print() {
    return switch (this) {
      case Register(int number, _) -> "r" + number;
      case Value(Expression expression) -> expression.print();
      case Indexed(Expression offset, int register, _) -> offset.print() + "(r" + register + ")";
      case Function(String name, _) -> name;
    };
  }

  /// What stands at one position of an instruction.
  enum Kind {
    REGISTER("a register"),
    VALUE("a value"),
    /// The address of a cell of memory.
    CELL("a cell"),
    /// The address of an instruction.
    TARGET("a target"),
    INDEXED("a cell such as `4(r1)`"),
    FUNCTION("a function");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
