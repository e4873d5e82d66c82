package dev.lockstep.neural.gradients;

import dev.lockstep.neural.host.Blocks;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A transformer there and back, one sample after another: what a sample's way back needs stays
/// close to the core until then. For one thread.
///
/// A sample's positions are computed in whole blocks. What fills the last one up has states, but
/// nothing sees it and no loss depends on it, so its gradients are zero.
final class TapedNetwork {
  private final int width;
  private final int features;
  private final boolean learned;
  private final boolean causal;
  private final TrainingLoops loops;
  private final int rows;
  private final List<TapedLayer> layers = new ArrayList<>();
  private final TapedHead head;
  private final Sheet sheet;
  private final Rows last; // (rows, D): the states after all layers
  private final Rows back; // (rows, D): the gradient of states
  private final float[] nowhere; // (D): the gradient of a bias that is not there

  /// @param time the most positions
  TapedNetwork(TransformerSpec spec, TrainingLoops loops, int time) {
    Stack stack = spec.last();
    this.width = spec.width();
    this.features = stack.features().size();
    this.learned = stack.positions() instanceof Positions.Learned;
    this.causal = stack.attention().visibility() instanceof Visibility.Causal;
    this.loops = loops;
    this.rows = Blocks.room(time);
    this.sheet =
        new Sheet(rows, width, width / stack.attention().heads(), stack.feedForward().hidden());
    for (int i = 0; i < stack.layers(); i++) {
      layers.add(new TapedLayer(loops, sheet, stack, width, rows));
    }
    this.head = new TapedHead(loops, width, spec.classes(), rows);
    this.last = Rows.of(rows, width);
    this.back = Rows.of(rows, width);
    this.nowhere = new float[width];
  }

  /// The most positions.
  int rows() {
    return rows;
  }

  /// Adds the gradients of some of a lesson's samples to `sums`, both in the order of the
  /// parameters: loss and share of right answers.
  double[] learn(float[][] parameters, HostLesson lesson, int from, int to, float[][] sums) {
    take(parameters);
    int next = Arrays.binarySearch(lesson.chosen(), (long) from * lesson.time());
    int chosen = next < 0 ? -next - 1 : next;
    for (int sample = from; sample < to; sample++) {
      int begin = chosen;
      long end = (sample + 1L) * lesson.time();
      while (chosen < lesson.chosen().length && lesson.chosen()[chosen] < end) {
        chosen++;
      }
      if (begin < chosen) {
        long deepest = lesson.chosen()[chosen - 1] - (long) sample * lesson.time();
        int length = causal ? Math.toIntExact(deepest) + 1 : lesson.time();
        turn(parameters, new TapedSample(lesson, sample, length), begin, chosen, sums);
      }
    }
    give(sums);
    return head.measured();
  }

  private void turn(float[][] parameters, TapedSample sample, int from, int to, float[][] sums) {
    int count = Blocks.room(sample.length());
    enter(parameters, sample, count);
    float[] plus = sheet.zeros;
    float[] toPlus = nowhere;
    for (int i = 0; i < layers.size(); i++) {
      TapedLayer layer = layers.get(i);
      layer.forward(sample, plus, count, i + 1 < layers.size() ? layers.get(i + 1).states() : last);
      plus = layer.bias();
      toPlus = layer.toBias();
    }
    head.turn(sample, from, to, last, plus, count, back, toPlus);
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(sample, back, count, i > 0 ? layers.get(i - 1).toBias() : nowhere);
    }
    leave(sample, sums);
  }

  /// The sum of a position's embeddings.
  private void enter(float[][] parameters, TapedSample sample, int count) {
    HostLesson lesson = sample.lesson();
    Rows x = layers.getFirst().states();
    Arrays.fill(x.numbers(), x.from(), x.index(count), 0);
    for (int i = 0; i < sample.length(); i++) {
      int position = sample.flat(i);
      for (int f = 0; f < features; f++) {
        long id = lesson.tokens()[position * features + f];
        add(x, i, Rows.dense(parameters[f], width), Math.toIntExact(id));
      }
      if (learned) {
        long place = lesson.places()[position];
        add(x, i, Rows.dense(parameters[features], width), Math.toIntExact(place));
      }
      if (lesson.added().length > 0) {
        add(x, i, Rows.dense(lesson.added(), width), position);
      }
    }
  }

  /// The way back of `enter`.
  private void leave(TapedSample sample, float[][] sums) {
    HostLesson lesson = sample.lesson();
    for (int i = 0; i < sample.length(); i++) {
      int position = sample.flat(i);
      for (int f = 0; f < features; f++) {
        long id = lesson.tokens()[position * features + f];
        add(Rows.dense(sums[f], width), Math.toIntExact(id), back, i);
      }
      if (learned) {
        long place = lesson.places()[position];
        add(Rows.dense(sums[features], width), Math.toIntExact(place), back, i);
      }
    }
  }

  private void add(Rows x, int to, Rows y, int from) {
    loops.passes().add(x.at(to, 0), y.at(from, 0), 1, width);
  }

  private int tables() {
    return features + (learned ? 1 : 0);
  }

  private void take(float[][] parameters) {
    Arrays.fill(nowhere, 0);
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forget();
      layers.get(i).take(parameters, tables() + i * TapedLayer.PARAMETERS);
    }
    head.forget();
    head.take(parameters, tables() + layers.size() * TapedLayer.PARAMETERS);
  }

  private void give(float[][] sums) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).give(sums, tables() + i * TapedLayer.PARAMETERS);
    }
    head.give(sums, tables() + layers.size() * TapedLayer.PARAMETERS);
  }
}
