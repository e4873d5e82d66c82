package dev.lockstep.mu;

import java.math.BigInteger;

/// A value at run time. Equality is identity of lists; the contents of lists are compared by
/// `Heap`.
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

  static MuValue of(long value) {
    return new IntValue(BigInteger.valueOf(value));
  }

  /// The memory cells of a variable or list slot that holds this: one, and one more for each 64
  /// bits of an int.
  default long cells() {
    return switch (this) {
      case IntValue(BigInteger number) -> 1 + number.bitLength() / 64;
      case BoolValue _, ListRef _ -> 1;
    };
  }
}
