package dev.lockstep.grammar.turing;

import java.util.Collection;
import java.util.Optional;

/// The name that a misspelt one was likely meant to be.
final class Spelling {
  private Spelling() {}

  /// The first of the closest `names` within a third of the length of `name` in edits, if any.
  static Optional<String> closest(String name, Collection<String> names) {
    int least = Math.max(1, name.length() / 3) + 1;
    Optional<String> closest = Optional.empty();
    for (String candidate : names) {
      if (Math.abs(candidate.length() - name.length()) < least) {
        int distance = distance(name, candidate);
        if (distance < least) {
          least = distance;
          closest = Optional.of(candidate);
        }
      }
    }
    return closest;
  }

  /// The fewest insertions, deletions and replacements that turn `a` into `b` (Levenshtein).
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
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
