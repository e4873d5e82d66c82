package dev.lockstep.examples.library;

import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Values as plain Java data and back.
final class Plain {
  private Plain() {}

  /// Ints of any kind, booleans, strings, lists, and maps with strings as keys.
  static Value value(Object data) {
    return switch (data) {
      case Value value -> value;
      case Integer number -> Value.of(number);
      case Long number -> Value.of(number);
      case BigInteger number -> new Value.Int(number);
      case Boolean truth -> new Value.Bool(truth);
      case String text -> Value.of(text);
      case List<?> list -> new Value.Items(list.stream().map(Plain::value).toList());
      case Map<?, ?> map -> {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        map.forEach((key, it) -> fields.put(String.valueOf(key), value(it)));
        yield new Value.Fields(fields);
      }
      default -> throw new IllegalArgumentException("no value of Mu: " + data);
    };
  }

  static BigInteger big(Value value) {
    return switch (value) {
      case Value.Int(BigInteger number) -> number;
      default -> throw new IllegalArgumentException("expected an int, found " + value);
    };
  }

  /// Throws `ArithmeticException` where it is too large for an `int`.
  static int number(Value value) {
    return big(value).intValueExact();
  }

  static String text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      default -> throw new IllegalArgumentException("expected a text, found " + value);
    };
  }

  static List<Value> items(Value value) {
    return switch (value) {
      case Value.Items(List<Value> items) -> items;
      default -> throw new IllegalArgumentException("expected a list, found " + value);
    };
  }

  static List<BigInteger> bigs(Value value) {
    return items(value).stream().map(Plain::big).toList();
  }

  static List<Integer> ints(Value value) {
    return items(value).stream().map(Plain::number).toList();
  }

  static List<List<Integer>> table(Value value) {
    return items(value).stream().map(Plain::ints).toList();
  }

  static Value field(Value value, String name) {
    return switch (value) {
      case Value.Fields(SequencedMap<String, Value> fields) when fields.containsKey(name) ->
          fields.get(name);
      default -> throw new IllegalArgumentException("expected a field " + name + " in " + value);
    };
  }
}
