package dev.lockstep.mu.code;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.mu.value.MuValue;
import java.util.List;

/// One step of the evaluation of a `Formula` on a stack of operands.
public sealed interface Operation {
  /// Pushes the value.
  record Constant(MuValue value) implements Operation {}

  /// Pushes the variable's value.
  record Load(String variable) implements Operation {}

  /// Takes an index and a list, a map or a text, and pushes the element.
  record Element(Span span) implements Operation {}

  /// Takes a list, a map, a set or a text, and pushes its length.
  record Length() implements Operation {}

  record Prefix(MuExpression.Sign sign) implements Operation {}

  record Combine(MuOperator operator, Span span) implements Operation {}

  /// Short circuit: where the top of the stack is `when`, goes on at `target`; else takes it off.
  record Skip(boolean when, int target) implements Operation {}

  /// Takes the arguments of a built-in of the role `LOOKS`, the last first, and pushes its value.
  record Apply(MuBuiltin builtin, Span span) implements Operation {}

  /// Takes `count` parts, the last first, and pushes the tuple.
  record Tuple(int count) implements Operation {}

  /// Takes a value for each field, the last first, and pushes the record, whose fields stand in the
  /// order `declared`.
  record Make(String record, List<String> fields, List<String> declared) implements Operation {
    public Make {
      fields = List.copyOf(fields);
      declared = List.copyOf(declared);
    }
  }

  /// Takes a value for each field, the last first, and a record, and pushes the changed record.
  record With(List<String> fields) implements Operation {
    public With {
      fields = List.copyOf(fields);
    }
  }

  /// Takes a tuple and pushes a part.
  record Part(int index) implements Operation {}

  /// Takes a record and pushes a field.
  record Field(String name) implements Operation {}
}
