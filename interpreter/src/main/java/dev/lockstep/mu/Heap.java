package dev.lockstep.mu;

import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.pcollections.PMap;
import org.pcollections.PVector;

/// The lists of a configuration, seen from the program. Lists nest no deeper than types do.
record Heap(PMap<Integer, PVector<MuValue>> lists) {

  /// Throws `IllegalArgumentException` where `value` is no list of this heap.
  PVector<MuValue> list(MuValue value) {
    if (value instanceof MuValue.ListRef(int id)) {
      return list(id);
    }
    throw new IllegalArgumentException("expected a list, found " + value);
  }

  PVector<MuValue> list(int id) {
    PVector<MuValue> list = lists.get(id);
    if (list == null) {
      throw new IllegalArgumentException("no list " + id);
    }
    return list;
  }

  /// The index as the position of an element. Throws `Stopped` where it is out of range.
  int position(PVector<MuValue> list, MuValue index, Span span) {
    BigInteger number = Arithmetic.asInt(index);
    if (number.signum() < 0 || number.compareTo(BigInteger.valueOf(list.size())) >= 0) {
      throw new Stopped("index " + number + " of a list of length " + list.size(), span);
    }
    return number.intValue();
  }

  /// Equality as programs see it: lists by content.
  boolean same(MuValue left, MuValue right) {
    if (left.equals(right)
        || !(left instanceof MuValue.ListRef)
        || !(right instanceof MuValue.ListRef)) {
      return left.equals(right);
    }
    PVector<MuValue> a = list(left);
    PVector<MuValue> b = list(right);
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<MuValue> others = b.iterator();
    return a.stream().allMatch(element -> same(element, others.next()));
  }

  /// `value` with the contents of lists.
  Value copy(MuValue value) {
    return switch (value) {
      case MuValue.IntValue(BigInteger number) -> new Value.Int(number);
      case MuValue.BoolValue(boolean truth) -> new Value.Bool(truth);
      case MuValue.ListRef _ ->
          new Value.Items(list(value).stream().map(element -> copy(element)).toList());
    };
  }

  /// `value` for a note: a list by its number only, so that a step takes constant time.
  static Value glance(MuValue value) {
    return switch (value) {
      case MuValue.IntValue(BigInteger number) -> new Value.Int(number);
      case MuValue.BoolValue(boolean truth) -> new Value.Bool(truth);
      case MuValue.ListRef(int id) -> {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("list", Value.of(id));
        yield new Value.Fields(fields);
      }
    };
  }
}
