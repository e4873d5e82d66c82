package dev.lockstep.examples.library;

import java.util.ArrayList;
import java.util.List;

/// Card numbers with a check digit, by the table of doubled digits of the patent (Luhn, 1960).
final class Luhn {
  private static final List<Integer> DOUBLED = List.of(0, 2, 4, 6, 8, 1, 3, 5, 7, 9);

  private Luhn() {}

  /// The digits with the last one replaced by the right check digit.
  static List<Integer> corrected(List<Integer> digits) {
    List<Integer> right = new ArrayList<>(digits.subList(0, digits.size() - 1));
    int sum = 0;
    for (int i = right.size() - 1, place = 0; i >= 0; i--, place++) {
      sum += place % 2 == 0 ? DOUBLED.get(right.get(i)) : right.get(i);
    }
    right.add((10 - sum % 10) % 10);
    return right;
  }
}
