package dev.lockstep.data;

import dev.lockstep.notation.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Visible sets with the token that followed, each kept once, grouped by kind: the role of the
/// token asked for, and the token. Batches are drawn evenly over kinds, as a run writes some kinds
/// a thousand times more often than others.
///
/// A visible set that two different tokens followed is *ambiguous*: no function of it is right. The
/// first token stays.
public final class SightBook {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> sights = new ArrayList<>();
  private final List<Integer> targets = new ArrayList<>();
  private final List<Integer> strata = new ArrayList<>();
  private final Map<Kind, Integer> kinds = new HashMap<>();
  private int ambiguous;

  /// The role of a token and the token.
  private record Kind(int role, int token) {}

  /// How a visible set stands to the book.
  public enum Entry {
    NEW,
    KNOWN,
    AMBIGUOUS
  }

  /// Enters a visible set and the token that followed.
  public Entry add(Sight sight, int target) {
    String key = key(sight);
    Integer known = numbers.get(key);
    if (known != null) {
      if (targets.get(known) == target) {
        return Entry.KNOWN;
      }
      ambiguous++;
      return Entry.AMBIGUOUS;
    }
    int number = sights.size();
    numbers.put(key, number);
    sights.add(key);
    targets.add(target);
    strata.add(kinds.computeIfAbsent(new Kind(sight.query(0), target), _ -> kinds.size()));
    return Entry.NEW;
  }

  public boolean knows(Sight sight) {
    return numbers.containsKey(key(sight));
  }

  public int size() {
    return sights.size();
  }

  /// Kinds entered so far.
  public int kinds() {
    return kinds.size();
  }

  /// Times that a known visible set came with another token.
  public int ambiguous() {
    return ambiguous;
  }

  public int target(int number) {
    return targets.get(number);
  }

  /// The number of the example's kind.
  public int stratum(int number) {
    return strata.get(number);
  }

  /// The visible set as `Sight.flat` gives it.
  public int[] sight(int number) {
    return sights.get(number).chars().toArray();
  }

  private static String key(Sight sight) {
    int[] flat = sight.flat();
    char[] chars = new char[flat.length];
    for (int i = 0; i < flat.length; i++) {
      if (flat[i] < 0 || flat[i] > Character.MAX_VALUE) {
        throw new IllegalArgumentException("id " + flat[i] + " is outside [0, 65536)");
      }
      chars[i] = (char) flat[i];
    }
    return new String(chars);
  }
}
