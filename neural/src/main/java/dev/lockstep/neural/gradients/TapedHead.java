package dev.lockstep.neural.gradients;

import dev.lockstep.neural.host.Blocks;
import java.util.Arrays;

/// The last norm, the logits and the loss, there and back, at the positions that have targets.
final class TapedHead {
  private final TrainingLoops loops;
  private final int width;
  private final int classes;
  private final TapedNorm norm;
  private final TapedMap map;
  private final Rows states; // (chosen, D), without gaps
  private final Rows logits; // (chosen, classes)
  private final Rows narrow; // (chosen, D)
  private final Rows back; // (chosen, D)
  private final float[] over; // (chosen)
  private double loss;
  private double right;

  TapedHead(TrainingLoops loops, int width, int classes, int rows) {
    this.loops = loops;
    this.width = width;
    this.classes = classes;
    this.norm = new TapedNorm(loops, width, rows);
    this.map = new TapedMap(loops, width, classes);
    this.states = Rows.of(rows, width);
    this.logits = Rows.of(rows, classes);
    this.narrow = Rows.of(rows, width);
    this.back = Rows.of(rows, width);
    this.over = new float[Blocks.room(rows)];
  }

  /// The loss and the share of right answers since `forget`.
  double[] measured() {
    return new double[] {loss, right};
  }

  /// Computes the loss of one sample and its way back.
  ///
  /// @param from its targets among those of the lesson, up to `to`
  /// @param plus still to be added to the states `x`, whose gradient `d` becomes
  void turn(
      TapedSample sample,
      int from,
      int to,
      Rows x,
      float[] plus,
      int rows,
      Rows d,
      float[] toPlus) {
    int count = to - from;
    int whole = Blocks.room(count);
    for (int i = 0; i < whole; i++) {
      int row = states.index(i);
      if (i < count) {
        int position = position(sample, from + i);
        System.arraycopy(x.numbers(), x.index(position), states.numbers(), row, width);
      } else {
        Arrays.fill(states.numbers(), row, row + width, 0);
      }
      Arrays.fill(back.numbers(), back.index(i), back.index(i) + width, 0);
    }
    map.forward(norm.forward(states, plus, whole), whole, logits);
    lose(sample.lesson(), from, count);
    loops.passes().sums(logits, whole, Blocks.room(classes), map.toBias());
    map.backward(logits, norm.normed(), whole, narrow);
    norm.backward(narrow, states, whole, back, toPlus);
    Arrays.fill(d.numbers(), d.from(), d.index(rows), 0);
    for (int i = 0; i < count; i++) {
      int row = d.index(position(sample, from + i));
      System.arraycopy(back.numbers(), back.index(i), d.numbers(), row, width);
    }
  }

  private static int position(TapedSample sample, int chosen) {
    return Math.toIntExact(sample.lesson().chosen()[chosen]) - sample.flat(0);
  }

  /// Cross entropy; the logits become their gradients.
  private void lose(HostLesson lesson, int from, int count) {
    float[] z = logits.numbers();
    double[] apart = new double[count]; // of the largest and the target's
    for (int i = 0; i < count; i++) {
      int row = logits.index(i);
      int target = Math.toIntExact(lesson.targets()[from + i]);
      int best = best(row);
      apart[i] = (double) z[row + best] - z[row + target];
      right += best == target ? lesson.shares()[from + i] : 0;
    }
    loops.passes().softmax(logits, count, Blocks.room(classes), classes, 0, over, 0);
    for (int i = 0; i < count; i++) {
      float share = lesson.shares()[from + i];
      loss += share * (apart[i] - Math.log(over[i]));
      over[i] *= share;
    }
    Arrays.fill(over, count, Blocks.room(count), 0);
    for (int i = count; i < Blocks.room(count); i++) {
      Arrays.fill(z, logits.index(i), logits.index(i) + Blocks.room(classes), 0);
    }
    loops.passes().scale(logits, count, Blocks.room(classes), over, 0);
    for (int i = 0; i < count; i++) {
      int target = Math.toIntExact(lesson.targets()[from + i]);
      z[logits.index(i) + target] -= lesson.shares()[from + i];
    }
  }

  /// The first of the largest logits.
  private int best(int row) {
    float[] z = logits.numbers();
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = z[row + c] > z[row + best] ? c : best;
    }
    return best;
  }

  void take(float[][] all, int at) {
    norm.learned(all[at], all[at + 1]);
    map.weights(0, all[at + 2], 1);
    map.bias(all[at + 3], 1);
  }

  void give(float[][] sums, int at) {
    norm.gradient(sums[at], sums[at + 1]);
    map.weightGradient(0, 1, sums[at + 2]);
    map.biasGradient(1, sums[at + 3]);
  }

  void forget() {
    norm.forget();
    map.forget();
    loss = 0;
    right = 0;
  }
}
