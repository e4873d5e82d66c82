package dev.lockstep.machine;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Plain data shared by all languages: inputs, outputs, what a step read. JSON is its external form
/// (`ValueJson`).
public sealed interface Value {
  record Int(BigInteger value) implements Value {}

  record Bool(boolean value) implements Value {}

  record Text(String value) implements Value {}

  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /// Fields in the order they were written; equality does not depend on the order.
  record Fields(SequencedMap<String, Value> values) implements Value {
    public Fields {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }
  }

  /// No value, where there may be one: JSON's null.
  record Nothing() implements Value {}

  static Value of(long value) {
    return new Int(BigInteger.valueOf(value));
  }

  static Value of(String value) {
    return new Text(value);
  }
}
