package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An assembled program.
///
/// @param memory the words from address 0 on; the rest of the memory is 0
/// @param code the instructions in the order of the file
/// @param labels the address that each label stands for
/// @param functions in the order of the file
public record Image(
    Word word,
    boolean text,
    List<Long> memory,
    List<Coded> code,
    Map<String, Long> labels,
    List<Item.Function> functions) {
  public Image {
    memory = List.copyOf(memory);
    code = List.copyOf(code);
    labels = Map.copyOf(labels);
    functions = List.copyOf(functions);
  }

  /// An instruction with the values of its operands: registers and functions by number, an indexed
  /// cell as its offset followed by its register, a target that was left out as the address behind
  /// the instruction.
  ///
  /// @param address where it stands: in memory, or its number among the instructions
  public record Coded(String name, long address, List<Long> operands, Optional<Span> span) {
    public Coded {
      operands = List.copyOf(operands);
    }

    public long operand(int index) {
      return operands.get(index);
    }

    public int register(int index) {
      return Math.toIntExact(operands.get(index));
    }
  }
}
