package dev.lockstep.mu.value;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A value at run time. Equality is identity of lists, maps and sets; their contents are compared
/// by `Heap`.
public sealed interface MuValue {
  record IntValue(BigInteger value) implements MuValue {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  record BoolValue(boolean value) implements MuValue {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /// A reference to the list with this number in the heap, from 0; shown as `#0`.
  record ListRef(int id) implements MuValue {
    @Override
    public String toString() {
      return "#" + id;
    }
  }

  /// The values beyond ints, bools and lists.
  sealed interface Extended extends MuValue {}

  record TextValue(String value) implements Extended {
    @Override
    public String toString() {
      return '"' + value + '"';
    }
  }

  record TupleValue(List<MuValue> parts) implements Extended {
    public TupleValue {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream().map(MuValue::toString).collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /// A record of the type `name`; `fields` and `values` stand in the order of its declaration.
  record RecordValue(String name, List<String> fields, List<MuValue> values) implements Extended {
    public RecordValue {
      fields = List.copyOf(fields);
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return IntStream.range(0, fields.size())
          .mapToObj(i -> fields.get(i) + ": " + values.get(i))
          .collect(Collectors.joining(", ", name + "(", ")"));
    }
  }

  /// An option without a value.
  record NoneValue() implements Extended {
    @Override
    public String toString() {
      return "none";
    }
  }

  /// An option with a value.
  record SomeValue(MuValue value) implements Extended {
    @Override
    public String toString() {
      return "some(" + value + ")";
    }
  }

  /// A reference to the map or set with this number in the heap, which it shares with lists.
  record TableRef(int id) implements Extended {
    @Override
    public String toString() {
      return "#" + id;
    }
  }

  static MuValue of(long value) {
    return new IntValue(BigInteger.valueOf(value));
  }

  static MuValue of(String value) {
    return new TextValue(value);
  }

  /// Whether it refers to something in the heap.
  default boolean refers() {
    return this instanceof ListRef || this instanceof TableRef;
  }

  /// The memory cells of a variable or slot that holds this: one, one more for each 64 bits of an
  /// int or a text (16 bits a UTF-16 unit), and those of parts, fields and options.
  default long cells() {
    return switch (this) {
      case IntValue(BigInteger number) -> 1 + number.bitLength() / 64;
      case BoolValue _, ListRef _, TableRef _, NoneValue _ -> 1;
      case TextValue(String text) -> 1 + text.length() / 4;
      case TupleValue(List<MuValue> parts) -> 1 + cells(parts);
      case RecordValue(_, _, List<MuValue> values) -> 1 + cells(values);
      case SomeValue(MuValue value) -> 1 + value.cells();
    };
  }

  private static long cells(List<MuValue> values) {
    long cells = 0;
    for (MuValue value : values) {
      cells += value.cells();
    }
    return cells;
  }
}
