package dev.lockstep.notation;

/// Places within spelt values, as the network sees them: relative to the digit that is being
/// written, so that what is learned of short numbers holds for long ones.
///
/// A place counts from 0: the first token, the sign, then the digits, the least significant first.
final class MuDigits {
  /// Sizes of the query's feature: the first token, the sign, the first digit, a later one.
  static final int ASKED = 4;

  /// Sizes of a slot's feature: the first token, the sign, and digits at most `NEAR` away.
  static final int SEEN = 7;

  private static final int NEAR = 2;
  private static final int FIRST_DIGIT = 2;

  private MuDigits() {}

  static int asked(int place) {
    return Math.min(place, ASKED - 1);
  }

  /// Shows a token at `place` of a value to one who writes at `asked`; digits that are far from
  /// there are out of sight.
  static void show(Sight sight, int token, int role, int relation, int place, int asked) {
    if (place < FIRST_DIGIT) {
      sight.add(token, role, relation, place);
      return;
    }
    int distance = place - Math.max(asked, FIRST_DIGIT);
    if (Math.abs(distance) <= NEAR) {
      sight.add(token, role, relation, FIRST_DIGIT + NEAR + distance);
    }
  }

  /// The place of token number `index` of a spelt value; a reference has no sign.
  static int place(int index, boolean reference) {
    return reference && index > 0 ? index + 1 : index;
  }
}
