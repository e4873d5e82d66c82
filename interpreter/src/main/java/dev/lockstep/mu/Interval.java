package dev.lockstep.mu;

import java.math.BigInteger;

/// Ints from `low` to `high`, both included; none where `low` is above `high`.
record Interval(BigInteger low, BigInteger high) {
  static final Interval NONE = new Interval(BigInteger.ONE, BigInteger.ZERO);
  static final Interval INT = of(Integer.MIN_VALUE, Integer.MAX_VALUE);
  static final Interval LONG = of(Long.MIN_VALUE, Long.MAX_VALUE);

  static Interval of(long low, long high) {
    return new Interval(BigInteger.valueOf(low), BigInteger.valueOf(high));
  }

  static Interval of(long only) {
    return of(only, only);
  }

  boolean isEmpty() {
    return low.compareTo(high) > 0;
  }

  boolean within(Interval outer) {
    return isEmpty() || (low.compareTo(outer.low) >= 0 && high.compareTo(outer.high) <= 0);
  }

  boolean isNatural() {
    return low.signum() >= 0;
  }

  /// The smallest interval around both.
  Interval join(Interval other) {
    if (isEmpty()) {
      return other;
    }
    return other.isEmpty() ? this : new Interval(low.min(other.low), high.max(other.high));
  }

  Interval meet(Interval other) {
    return new Interval(low.max(other.low), high.min(other.high));
  }

  Interval plus(Interval other) {
    return isEmpty() || other.isEmpty()
        ? NONE
        : new Interval(low.add(other.low), high.add(other.high));
  }

  Interval minus(Interval other) {
    return plus(other.negated());
  }

  Interval negated() {
    return isEmpty() ? NONE : new Interval(high.negate(), low.negate());
  }

  Interval times(Interval other) {
    if (isEmpty() || other.isEmpty()) {
      return NONE;
    }
    BigInteger a = low.multiply(other.low);
    BigInteger b = low.multiply(other.high);
    BigInteger c = high.multiply(other.low);
    BigInteger d = high.multiply(other.high);
    return new Interval(a.min(b).min(c.min(d)), a.max(b).max(c.max(d)));
  }

  /// The quotients rounded down, where there is no division by zero.
  Interval over(Interval divisor) {
    if (isEmpty() || divisor.isEmpty()) {
      return NONE;
    }
    if (divisor.low.signum() > 0) { // the extremes stand where the divisor is smallest or largest
      BigInteger least = floor(low, low.signum() < 0 ? divisor.low : divisor.high);
      BigInteger most = floor(high, high.signum() < 0 ? divisor.high : divisor.low);
      return new Interval(least, most);
    }
    BigInteger most = low.abs().max(high.abs());
    return new Interval(most.negate(), most);
  }

  private static BigInteger floor(BigInteger number, BigInteger positive) {
    BigInteger[] both = number.divideAndRemainder(positive);
    return both[1].signum() < 0 ? both[0].subtract(BigInteger.ONE) : both[0];
  }

  /// The remainders, which have the divisor's sign, where there is no division by zero.
  Interval modulo(Interval divisor) {
    if (isEmpty() || divisor.isEmpty()) {
      return NONE;
    }
    BigInteger most = divisor.high.subtract(BigInteger.ONE).max(BigInteger.ZERO);
    BigInteger least = divisor.low.add(BigInteger.ONE).min(BigInteger.ZERO);
    return new Interval(least, isNatural() && divisor.isNatural() ? most.min(high) : most);
  }

  /// This, or something larger, so that no chain of growing intervals is long: bounds that have
  /// moved since `before` go on to the next of zero, the ends of `int` and the ends of `long`.
  Interval widened(Interval before) {
    if (before.isEmpty()) {
      return this;
    }
    BigInteger down =
        low.signum() >= 0 ? BigInteger.ZERO : low.max(INT.low).equals(low) ? INT.low : LONG.low;
    BigInteger up =
        high.signum() <= 0
            ? BigInteger.ZERO
            : high.min(INT.high).equals(high) ? INT.high : LONG.high;
    return new Interval(
        low.compareTo(before.low) < 0 ? down : low, high.compareTo(before.high) > 0 ? up : high);
  }
}
