package dev.lockstep.grammar;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What the user probably meant by a name that is not known.
public final class Nearest {
  private static final int LONGEST = 40; // longer names are compared in quadratic time for nothing

  private Nearest() {}

  /// The known name with the least edit distance, if that is at most a third of its length,
  /// rounded; the first of several in alphabetical order.
  public static Optional<String> to(String name, Collection<String> known) {
    return known.stream()
        .filter(it -> name.length() <= LONGEST && it.length() <= LONGEST)
        .filter(it -> distance(name, it) <= (it.length() + 1) / 3)
        .min(
            Comparator.comparingInt((String it) -> distance(name, it))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// Insertions, removals and replacements (Levenshtein, 1966) that lead from `a` to `b`.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
