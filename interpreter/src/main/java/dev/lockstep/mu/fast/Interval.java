package dev.lockstep.mu.fast;

import java.math.BigInteger;
import java.util.stream.Stream;

/// Ints from `low` to `high`, both included; none where `low` is above `high`.
record Interval(BigInteger low, BigInteger high) {
  static final Interval NONE = new Interval(BigInteger.ONE, BigInteger.ZERO);
  static final Interval INT = of(Integer.MIN_VALUE, Integer.MAX_VALUE);
  static final Interval LONG = of(Long.MIN_VALUE, Long.MAX_VALUE);

  /// Ints that are far enough from the ends of `long` for whatever counts.
  static final Interval EASY = of(-(1L << 62), 1L << 62);

  /// Where little steps may lead from `EASY` in a run.
  static final Interval REACHED = of(-(3L << 61), 3L << 61);

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
  /// moved since `before` go on to the next of zero and the ends of `int`, `REACHED` and `long`.
  Interval widened(Interval before) {
    if (before.isEmpty()) {
      return this;
    }
    BigInteger down =
        Stream.of(BigInteger.ZERO, INT.low, REACHED.low)
            .filter(it -> it.compareTo(low) <= 0)
            .findFirst()
            .orElse(LONG.low);
    BigInteger up =
        Stream.of(BigInteger.ZERO, INT.high, REACHED.high)
            .filter(it -> it.compareTo(high) >= 0)
            .findFirst()
            .orElse(LONG.high);
    return new Interval(
        low.compareTo(before.low) < 0 ? down : low, high.compareTo(before.high) > 0 ? up : high);
  }

  /// This, with ends of `long` in the place of those between the ends of `EASY` and `REACHED`.
  Interval easy() {
    boolean down = low.compareTo(EASY.low) < 0 && low.compareTo(REACHED.low) >= 0;
    boolean up = high.compareTo(EASY.high) > 0 && high.compareTo(REACHED.high) <= 0;
    return isEmpty() ? NONE : new Interval(down ? LONG.low : low, up ? LONG.high : high);
  }
}
