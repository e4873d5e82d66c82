package dev.lockstep.grammar.assembly;

import java.util.List;
import java.util.Optional;

/// What is particular to one processor's assembler language.
///
/// @param operations its instructions
/// @param registers how many registers it has, `r0` first
/// @param unified the words that an instruction takes of the memory, one an operand; otherwise
///   instructions are numbered from 0 in a space of their own
/// @param least the least address that an operand may name as a cell; below 0 are ports
/// @param functions whether a program may define functions
public record Dialect(
    List<Operation> operations, int registers, boolean unified, int least, boolean functions) {
  public Dialect {
    operations = List.copyOf(operations);
  }

  Optional<Operation> operation(String name) {
    return operations.stream().filter(operation -> operation.name().equals(name)).findFirst();
  }

  List<String> directives() {
    return functions
        ? List.of(".word", ".space", ".width", ".io", ".function")
        : List.of(".word", ".space", ".width", ".io");
  }

  /// The number of register `name`, if it is one.
  Optional<Integer> register(String name) {
    if (!name.matches("r(0|[1-9][0-9]?)")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(name.substring(1));
    return number < registers ? Optional.of(number) : Optional.empty();
  }
}
