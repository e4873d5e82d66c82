package dev.lockstep.neural.blocks;

import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Visibility;
import java.util.List;

/// Who sees whom, as tables that are filled pair by pair: for every rule.
final class SightTable implements Sights {
  private final int time;
  private final boolean[][] seen; // of each sample, or of all at once: (T, T)
  private final int[][] counts; // (1 or B, T)
  private final int[][] keys; // (1 or B, T · most): the visible positions in order, then -1
  private final int most;
  private final int back;
  private final int ahead;

  private SightTable(int time, boolean[][] seen) {
    this.time = time;
    this.seen = seen;
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

  static SightTable of(Visibility rule, List<Sample> samples, int time) {
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
    return new SightTable(time, seen);
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

  @Override
  public int batch() {
    return seen.length;
  }

  @Override
  public int most() {
    return most;
  }

  @Override
  public int back() {
    return back;
  }

  @Override
  public int ahead() {
    return ahead;
  }

  @Override
  public boolean full() {
    return seen.length == 1 && min() == time;
  }

  @Override
  public boolean allHear() {
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

  @Override
  public boolean sees(int sample, int query, int key) {
    return seen[sample % seen.length][query * time + key];
  }

  @Override
  public int count(int sample, int query) {
    return counts[sample % seen.length][query];
  }

  @Override
  public int key(int sample, int query, int slot) {
    return keys[sample % seen.length][query * most + slot];
  }
}
