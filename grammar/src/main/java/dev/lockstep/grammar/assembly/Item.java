package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Place;
import java.util.List;

/// What stands on a line behind its labels.
public sealed interface Item {
  /// Labels alone.
  record Nothing() implements Item {}

  record Instruction(Operation operation, List<Operand> operands, Place place) implements Item {
    public Instruction {
      operands = List.copyOf(operands);
    }
  }

  /// `.word 1, 'a', "text"`: words of memory; a text is one word for each of its characters.
  record Data(List<Datum> data) implements Item {
    public Data {
      data = List.copyOf(data);
    }
  }

  /// `.space 10`: words that are 0.
  record Space(Expression count) implements Item {}

  /// `.function less, x < y`: a function of the words `x` and `y`.
  record Function(String name, Expression body, Place place) implements Item {}

  sealed interface Datum {
    record Text(String text) implements Datum {}

    record Value(Expression expression) implements Datum {}
  }
}
