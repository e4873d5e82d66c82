package dev.lockstep.grammar.assembly;

import java.math.BigInteger;

/// Words of a fixed number of bits in two's complement; arithmetic wraps around.
///
/// @param bits from 8 to 64
public record Word(int bits) {
  public static final int LEAST_BITS = 8;
  public static final int MOST_BITS = 64;
  public static final Word DEFAULT = new Word(32);

  public Word {
    if (bits < LEAST_BITS || bits > MOST_BITS) {
      throw new IllegalArgumentException("a word has 8 to 64 bits, not " + bits);
    }
  }

  /// The word that is congruent to `value` modulo 2^bits.
  public long wrap(long value) {
    int unused = Long.SIZE - bits;
    return value << unused >> unused;
  }

  public long wrap(BigInteger value) {
    return wrap(value.longValue()); // the low 64 bits
  }

  public long least() {
    return -1L << (bits - 1);
  }

  public long greatest() {
    return ~least();
  }

  public boolean holds(long value) {
    return wrap(value) == value;
  }

  /// Whether `value` can be written in a program: as a signed word or as the same bits without
  /// sign.
  public boolean holds(BigInteger value) {
    return value.signum() < 0
        ? value.compareTo(BigInteger.valueOf(least())) >= 0
        : value.bitLength() <= bits;
  }
}
