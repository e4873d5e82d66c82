package dev.lockstep.mu.fast;

/// The divisions of the fast engine. Throws `ArithmeticException` for a division by zero and for a
/// quotient beyond 64 bits.
final class FastArithmetic {
  private static final int INT_BITS = 31;

  private FastArithmetic() {}

  /// The quotient rounded down. Most ints are small, and a division of 32 bits takes less time.
  static long over(long left, long right) {
    return (left | right) >>> INT_BITS == 0
        ? (int) left / (int) right
        : Math.floorDivExact(left, right);
  }

  /// The remainder, which has the sign of `right`.
  static long modulo(long left, long right) {
    return (left | right) >>> INT_BITS == 0 ? (int) left % (int) right : Math.floorMod(left, right);
  }

  /// As `over`, without a branch; the compiler of the JVM knows `positive`.
  static long overLiteral(long left, long positive) {
    long sign = left >> (Long.SIZE - 1);
    return ((left ^ sign) / positive) ^ sign;
  }

  static long moduloLiteral(long left, long positive) {
    long remainder = left % positive;
    return remainder + ((remainder >> (Long.SIZE - 1)) & positive);
  }
}
