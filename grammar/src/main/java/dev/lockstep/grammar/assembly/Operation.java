package dev.lockstep.grammar.assembly;

import java.util.List;
import java.util.stream.Collectors;

/// An instruction of a processor: its name and the kinds of its operands, the last of which may be
/// left out where `required` is less than their number.
public record Operation(String name, List<Operand.Kind> operands, int required) {
  public Operation {
    operands = List.copyOf(operands);
  }

  public Operation(String name, Operand.Kind... operands) {
    this(name, List.of(operands), operands.length);
  }

  /// How it is written: "`add`, a register, a register and a register".
  String usage() {
    return operands.isEmpty()
        ? "`" + name + "` alone"
        : "`"
            + name
            + "` with "
            + operands.stream().map(Operand.Kind::words).collect(Collectors.joining(", "));
  }
}
