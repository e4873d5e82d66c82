package dev.lockstep.mu.value;

import dev.lockstep.grammar.Span;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/// What programs do with texts: sequences of code points.
public final class Texts {
  /// Longer texts, in UTF-16 units, are a fault.
  static final int LONGEST = 1 << 24;

  private Texts() {}

  static String of(MuValue value) {
    if (value instanceof MuValue.TextValue(String text)) {
      return text;
    }
    throw new IllegalArgumentException("expected a text, found " + value);
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static String join(String left, String right, Span span) {
    if ((long) left.length() + right.length() > LONGEST) {
      throw new Stopped("a text of more than " + LONGEST + " code units", span);
    }
    return left + right;
  }

  /// The order of code points, which is not that of UTF-16 units.
  static int compare(String left, String right) {
    int most = Math.min(left.length(), right.length());
    for (int i = 0; i < most; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean high = Character.isSurrogate(a);
        return high == Character.isSurrogate(b) ? Character.compare(a, b) : high ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /// The code points from `from`, inclusive, to `to`, exclusive. Throws `Stopped` where there are
  /// none such.
  static String substring(String text, BigInteger from, BigInteger to, Span span) {
    int length = length(text);
    boolean within =
        from.signum() >= 0
            && from.compareTo(to) <= 0
            && to.compareTo(BigInteger.valueOf(length)) <= 0;
    if (!within) {
      throw new Stopped("code points " + from + " to " + to + " of a text of " + length, span);
    }
    int start = offset(text, length, 0, from.intValue());
    int end = offset(text, length, start, to.intValue() - from.intValue());
    return text.substring(start, end);
  }

  /// The unit `count` code points behind the unit `from`; at once where a text of `length` code
  /// points has one unit for each.
  private static int offset(String text, int length, int from, int count) {
    return length == text.length() ? from + count : text.offsetByCodePoints(from, count);
  }

  /// The code point at `index`, as a text. Throws `Stopped` where there is none.
  public static String at(String text, BigInteger index, Span span) {
    int length = length(text);
    if (index.signum() < 0 || index.compareTo(BigInteger.valueOf(length)) >= 0) {
      throw new Stopped("index " + index + " of a text of length " + length, span);
    }
    int start = offset(text, length, 0, index.intValue());
    return text.substring(start, offset(text, length, start, 1));
  }

  /// The int that a text spells in decimal digits, with a `-` before it where it is negative.
  static Optional<BigInteger> number(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    boolean digits =
        text.length() > start && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(new BigInteger(text)) : Optional.empty();
  }

  static MuValue apply(MuValue text, String what, Span span) {
    String value = of(text);
    return switch (what) {
      case "upper" -> MuValue.of(value.toUpperCase(Locale.ROOT));
      case "lower" -> MuValue.of(value.toLowerCase(Locale.ROOT));
      case "ord" -> {
        if (length(value) != 1) {
          throw new Stopped("`ord` of a text of length " + length(value), span);
        }
        yield MuValue.of(value.codePointAt(0));
      }
      default -> throw new IllegalArgumentException("no function of texts: " + what);
    };
  }

  /// The text of one code point. Throws `Stopped` where the number is none.
  static MuValue character(BigInteger number, Span span) {
    boolean point =
        number.signum() >= 0 && number.compareTo(BigInteger.valueOf(Character.MAX_CODE_POINT)) <= 0;
    if (!point
        || (number.intValue() >= Character.MIN_SURROGATE
            && number.intValue() <= Character.MAX_SURROGATE)) {
      throw new Stopped("no code point " + number, span);
    }
    return MuValue.of(Character.toString(number.intValue()));
  }
}
