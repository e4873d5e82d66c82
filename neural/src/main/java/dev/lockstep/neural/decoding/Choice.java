package dev.lockstep.neural.decoding;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How a task's tokens are chosen from logits, one sample at a time: `choose` and what surrounds it
/// in `decode.py`, in Java.
final class Choice {
  private final Task task;
  private final int[] states; // of the automaton, by sample
  private final boolean[] done;
  private int open;

  Choice(Task task) {
    this.task = task;
    this.states = new int[task.prompts().size()];
    this.done = new boolean[states.length];
    this.open = states.length;
  }

  /// Whether every sample has said its halting token.
  boolean allDone() {
    return open == 0;
  }

  /// The next token of a sample.
  ///
  /// @param uniform a number in (0, 1], for draws
  int of(int sample, float[] logits, double uniform) {
    if (done[sample]) {
      return task.halt();
    }
    double[] scores = new double[logits.length];
    for (int c = 0; c < scores.length; c++) {
      boolean allowed = task.automaton().isEmpty() || allows(sample, c);
      scores[c] = allowed ? logits[c] : Double.NEGATIVE_INFINITY;
    }
    int chosen =
        switch (task.strategy()) {
          case Strategy.Greedy _ -> largest(scores);
          case Strategy.Sampled sampled -> draw(scores, sampled, uniform);
        };
    task.automaton().ifPresent(it -> states[sample] = it.after(states[sample], chosen));
    if (task.halt() >= 0 && chosen == task.halt()) {
      done[sample] = true;
      open--;
    }
    return chosen;
  }

  private boolean allows(int sample, int chosen) {
    return task.automaton().orElseThrow().allows(states[sample], chosen);
  }

  /// The first of the largest; what is not a number counts as larger than all.
  private static int largest(double[] scores) {
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      boolean unknown = Double.isNaN(scores[c]) && !Double.isNaN(scores[best]);
      best = scores[c] > scores[best] || unknown ? c : best;
    }
    return best;
  }

  private static int draw(double[] scores, Strategy.Sampled sampled, double uniform) {
    double most = scores[largest(scores)];
    double least = least(scores, sampled.among());
    double[] sums = new double[scores.length];
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      boolean out = scores[c] < least;
      sum += out ? 0 : Math.exp((scores[c] - most) / sampled.temperature());
      sums[c] = sum;
    }
    double mark = uniform * sum;
    return (int) IntStream.range(0, sums.length - 1).filter(c -> sums[c] < mark).count();
  }

  /// The least score that may be drawn.
  private static double least(double[] scores, int among) {
    if (among == 0 || among >= scores.length) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - among];
  }
}
