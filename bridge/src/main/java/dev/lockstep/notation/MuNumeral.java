package dev.lockstep.notation;

import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;
import java.util.Optional;

/// One spelt value being read, token by token. Mutable; reused after `clear`.
final class MuNumeral {
  private static final int MOST_DIGITS = 100_000;

  private final MuWords words;
  private final StringBuilder digits = new StringBuilder();
  private boolean begun;
  private boolean reference;
  private int sign;
  private Optional<MuValue> value = Optional.empty();

  MuNumeral(MuWords words) {
    this.words = words;
  }

  void clear() {
    digits.setLength(0);
    begun = false;
    reference = false;
    sign = 0;
    value = Optional.empty();
  }

  /// The place of the next token, as `MuDigits` counts.
  int place() {
    if (!begun) {
      return 0;
    }
    return sign == 0 ? 1 : 2 + digits.length();
  }

  /// The value, once whole.
  Optional<MuValue> value() {
    return value;
  }

  /// Takes the next token; `false` where it makes no sense there.
  boolean accept(int token) {
    if (!begun) {
      return begin(token);
    }
    if (sign == 0) {
      sign = token == words.minus ? -1 : 1;
      return token == words.plus || token == words.minus;
    }
    if (token == words.point) {
      return finish();
    }
    boolean digit = words.isSmall(token) && words.smallOf(token) >= 0 && words.smallOf(token) <= 9;
    if (digit && digits.length() < MOST_DIGITS) {
      digits.append((char) ('0' + words.smallOf(token)));
      return true;
    }
    return false;
  }

  private boolean begin(int token) {
    begun = true;
    if (words.isSmall(token)) {
      value = Optional.of(MuValue.of(words.smallOf(token)));
    } else if (token == words.yes || token == words.no) {
      value = Optional.of(new MuValue.BoolValue(token == words.yes));
    } else if (token == words.ref) {
      reference = true;
      sign = 1;
    } else {
      return token == words.big;
    }
    return true;
  }

  private boolean finish() {
    if (digits.isEmpty() || (reference && digits.length() > 9)) {
      return false;
    }
    BigInteger number = new BigInteger(digits.reverse().toString());
    value =
        Optional.of(
            reference
                ? new MuValue.ListRef(number.intValue())
                : new MuValue.IntValue(sign < 0 ? number.negate() : number));
    return true;
  }
}
