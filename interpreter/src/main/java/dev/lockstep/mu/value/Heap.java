package dev.lockstep.mu.value;

import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The lists, maps and sets of a run, seen from the program. They nest no deeper than types do.
public interface Heap {
  /// Throws `IllegalArgumentException` where the heap has no such list.
  List<MuValue> list(int id);

  /// Throws `IllegalArgumentException` where the heap has no such map or set.
  Table table(int id);

  /// Whether a map or set has the number `id`.
  boolean isTable(int id);

  /// Throws `IllegalArgumentException` where `value` is no list of this heap.
  default List<MuValue> list(MuValue value) {
    if (value instanceof MuValue.ListRef(int id)) {
      return list(id);
    }
    throw new IllegalArgumentException("expected a list, found " + value);
  }

  /// Throws `IllegalArgumentException` where `value` is no map or set of this heap.
  default Table table(MuValue value) {
    if (value instanceof MuValue.TableRef(int id)) {
      return table(id);
    }
    throw new IllegalArgumentException("expected a map or a set, found " + value);
  }

  /// How much a list, a map, a set or a text holds.
  default int length(MuValue value) {
    return switch (value) {
      case MuValue.TableRef(int id) -> table(id).size();
      case MuValue.TextValue(String text) -> Texts.length(text);
      case MuValue other -> list(other).size();
    };
  }

  /// The number of a list, a map or a set.
  static int id(MuValue value) {
    return switch (value) {
      case MuValue.ListRef(int id) -> id;
      case MuValue.TableRef(int id) -> id;
      case MuValue other -> throw new IllegalArgumentException("expected a list, found " + other);
    };
  }

  /// How much the list, the map or the set `id` holds.
  default int length(int id) {
    return isTable(id) ? table(id).size() : list(id).size();
  }

  /// An element of a list, or a key of a map or set, by its place.
  default MuValue visited(int id, int index) {
    return isTable(id) ? table(id).key(index) : list(id).get(index);
  }

  /// The index as the position of an element. Throws `Stopped` where it is out of range.
  static int position(List<MuValue> list, MuValue index, Span span) {
    BigInteger number = Arithmetic.asInt(index);
    if (number.signum() < 0 || number.compareTo(BigInteger.valueOf(list.size())) >= 0) {
      throw new Stopped("index " + number + " of a list of length " + list.size(), span);
    }
    return number.intValue();
  }

  /// Equality as programs see it: lists, maps and sets by content, maps and sets in any order.
  default boolean same(MuValue left, MuValue right) {
    return switch (left) {
      case MuValue.ListRef _ when right instanceof MuValue.ListRef ->
          left.equals(right) || sameAll(list(left), list(right));
      case MuValue.TableRef _ when right instanceof MuValue.TableRef ->
          left.equals(right) || same(table(left), table(right));
      case MuValue.TupleValue(var parts) when right instanceof MuValue.TupleValue(var others) ->
          sameAll(parts, others);
      case MuValue.RecordValue(String name, _, var values)
          when right instanceof MuValue.RecordValue(String other, _, var others) ->
          name.equals(other) && sameAll(values, others);
      case MuValue.SomeValue(MuValue value) when right instanceof MuValue.SomeValue(var other) ->
          same(value, other);
      case MuValue other -> other.equals(right);
    };
  }

  private boolean sameAll(List<MuValue> left, List<MuValue> right) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<MuValue> others = right.iterator();
    return left.stream().allMatch(element -> same(element, others.next()));
  }

  private boolean same(Table left, Table right) {
    return left.size() == right.size()
        && left.keys().stream()
            .allMatch(
                key ->
                    right
                        .get(key)
                        .filter(value -> same(left.get(key).orElseThrow(), value))
                        .isPresent());
  }

  /// Whether `part` is an element of a list or set, a key of a map, or a part of a text.
  default boolean in(MuValue part, MuValue whole) {
    return switch (whole) {
      case MuValue.TableRef(int id) -> table(id).contains(part);
      case MuValue.TextValue(String text) -> text.contains(Texts.of(part));
      case MuValue other -> list(other).stream().anyMatch(element -> same(part, element));
    };
  }

  /// `value` with the contents of lists, maps and sets. A map whose keys are texts is an object,
  /// any other an array of pairs; the empty map is the empty object.
  default Value copy(MuValue value) {
    return switch (value) {
      case MuValue.IntValue(BigInteger number) -> new Value.Int(number);
      case MuValue.BoolValue(boolean truth) -> new Value.Bool(truth);
      case MuValue.ListRef _ -> copy(list(value));
      case MuValue.TextValue(String text) -> new Value.Text(text);
      case MuValue.TupleValue(var parts) -> copy(parts);
      case MuValue.RecordValue(_, var fields, var values) -> {
        SequencedMap<String, Value> copied = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
          copied.put(fields.get(i), copy(values.get(i)));
        }
        yield new Value.Fields(copied);
      }
      case MuValue.NoneValue() -> new Value.Nothing();
      case MuValue.SomeValue(MuValue held) -> copy(held);
      case MuValue.TableRef(int id) -> copy(table(id));
    };
  }

  private Value copy(List<MuValue> values) {
    return new Value.Items(values.stream().map(this::copy).toList());
  }

  private Value copy(Table table) {
    List<MuValue> keys = table.keys();
    if (table.isSet()) {
      return copy(keys);
    }
    List<MuValue> values = table.values();
    if (keys.stream().allMatch(MuValue.TextValue.class::isInstance)) {
      SequencedMap<String, Value> fields = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        fields.put(Texts.of(keys.get(i)), copy(values.get(i)));
      }
      return new Value.Fields(fields);
    }
    List<Value> pairs = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      pairs.add(new Value.Items(List.of(copy(keys.get(i)), copy(values.get(i)))));
    }
    return new Value.Items(pairs);
  }

  /// `value` as it is printed: a text as it is, any other value as JSON.
  default String shown(MuValue value) {
    return value instanceof MuValue.TextValue(String text) ? text : ValueJson.print(copy(value));
  }

  /// `value` for a note: a list, a map or a set by its number only, so that a step takes constant
  /// time.
  static Value glance(MuValue value) {
    return switch (value) {
      case MuValue.IntValue(BigInteger number) -> new Value.Int(number);
      case MuValue.BoolValue(boolean truth) -> new Value.Bool(truth);
      case MuValue.ListRef(int id) -> number("list", id);
      case MuValue.TableRef(int id) -> number("table", id);
      case MuValue.TextValue(String text) -> new Value.Text(text);
      case MuValue.TupleValue(var parts) ->
          new Value.Items(parts.stream().map(Heap::glance).toList());
      case MuValue.RecordValue(_, var fields, var values) -> {
        SequencedMap<String, Value> copied = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
          copied.put(fields.get(i), glance(values.get(i)));
        }
        yield new Value.Fields(copied);
      }
      case MuValue.NoneValue() -> new Value.Nothing();
      case MuValue.SomeValue(MuValue held) -> glance(held);
    };
  }

  private static Value number(String kind, int id) {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    fields.put(kind, Value.of(id));
    return new Value.Fields(fields);
  }
}
