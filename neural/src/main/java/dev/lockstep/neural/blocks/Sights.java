package dev.lockstep.neural.blocks;

import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Visibility;
import java.util.List;

/// Who sees whom in a batch, worked out from the rule and the samples. Padding is seen by nobody,
/// but for rules that only look back, where it comes last and cannot matter.
final class Sights {
  private final int time;
  private final boolean[][] seen; // of each sample, or of all at once: (T, T)
  private final int[][] counts; // (1 or B, T)
  private final int[][] keys; // (1 or B, T · most): the visible positions in order, then -1
  private final int most;
  private final int back;
  private final int ahead;
  private final boolean triangular;

  private Sights(int time, boolean[][] seen, boolean triangular) {
    this.time = time;
    this.seen = seen;
    this.triangular = triangular;
    this.counts = new int[seen.length][time];
    int widest = 1;
    int farBack = 0;
    int farAhead = 0;
    for (int b = 0; b < seen.length; b++) {
      for (int i = 0; i < time; i++) {
        for (int j = 0; j < time; j++) {
          if (seen[b][i * time + j]) {
            counts[b][i]++;
            farBack = Math.max(farBack, i - j);
            farAhead = Math.max(farAhead, j - i);
          }
        }
        widest = Math.max(widest, counts[b][i]);
      }
    }
    this.most = widest;
    this.back = farBack;
    this.ahead = farAhead;
    this.keys = listed();
  }

  static Sights of(Visibility rule, List<Sample> samples, int time) {
    boolean sameLengths = samples.stream().allMatch(sample -> sample.length() == time);
    boolean back = looksBack(rule);
    boolean shared = onOrder(rule) && (back || sameLengths);
    boolean[][] seen = new boolean[shared ? 1 : samples.size()][time * time];
    Sample any = Sample.of(new int[time]);
    for (int b = 0; b < seen.length; b++) {
      Sample sample = shared ? any : samples.get(b);
      for (int i = 0; i < sample.length(); i++) {
        for (int j = 0; j < sample.length(); j++) {
          seen[b][i * time + j] = rule.allows(sample, i, j);
        }
      }
    }
    return new Sights(time, seen, rule instanceof Visibility.Causal);
  }

  /// Whether the rule depends on positions alone.
  private static boolean onOrder(Visibility rule) {
    return switch (rule) {
      case Visibility.Everything _, Visibility.Causal _ -> true;
      case Visibility.Window window -> window.axis() == Visibility.ORDER;
      case Visibility.Prefix _, Visibility.Linked _ -> false;
      case Visibility.Both both -> onOrder(both.first()) && onOrder(both.second());
      case Visibility.Either either -> onOrder(either.first()) && onOrder(either.second());
    };
  }

  /// Whether nothing that follows is ever seen.
  private static boolean looksBack(Visibility rule) {
    return switch (rule) {
      case Visibility.Causal _ -> true;
      case Visibility.Both both -> looksBack(both.first()) || looksBack(both.second());
      case Visibility.Either either -> looksBack(either.first()) && looksBack(either.second());
      case Visibility.Everything _, Visibility.Prefix _, Visibility.Window _, Visibility.Linked _ ->
          false;
    };
  }

  private int[][] listed() {
    int[][] lists = new int[seen.length][time * most];
    for (int b = 0; b < seen.length; b++) {
      for (int i = 0; i < time; i++) {
        int next = i * most;
        for (int j = 0; j < time; j++) {
          if (seen[b][i * time + j]) {
            lists[b][next++] = j;
          }
        }
        while (next < (i + 1) * most) {
          lists[b][next++] = -1;
        }
      }
    }
    return lists;
  }

  /// The number of different tables: 1 where all samples share one.
  int batch() {
    return seen.length;
  }

  /// The most positions that one sees, at least 1.
  int most() {
    return most;
  }

  /// How far back one sees at most.
  int back() {
    return back;
  }

  /// How far ahead one sees at most.
  int ahead() {
    return ahead;
  }

  boolean triangular() {
    return triangular;
  }

  /// Whether every position sees every other.
  boolean full() {
    return seen.length == 1 && min() == time;
  }

  boolean allHear() {
    return min() > 0;
  }

  private int min() {
    int least = time;
    for (int[] row : counts) {
      for (int count : row) {
        least = Math.min(least, count);
      }
    }
    return least;
  }

  boolean sees(int sample, int query, int key) {
    return seen[sample % seen.length][query * time + key];
  }

  int count(int sample, int query) {
    return counts[sample % seen.length][query];
  }

  /// The `slot`-th position that `query` sees, or -1.
  int key(int sample, int query, int slot) {
    return keys[sample % seen.length][query * most + slot];
  }
}
