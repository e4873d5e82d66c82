package dev.lockstep.neural.gradients;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.Visibility;

/// A layer there and back: `y = x + Wo · Attention(N(x)) + bo`, `z = y + W2 · f(W1 · N(y) + b1) +
/// b2`. Biases of what is added are left to the norm that reads it next.
final class TapedLayer {
  /// How many parameters a layer has.
  static final int PARAMETERS = 14;

  private final TrainingLoops loops;
  private final Sheet sheet;
  private final boolean gelu;
  private final int width;
  private final int hidden;
  private final float scale; // of scores
  private final TapedNorm attentionNorm;
  private final TapedMap asked;
  private final TapedAttention attention;
  private final TapedMap out;
  private final TapedNorm feedNorm;
  private final TapedMap first;
  private final TapedMap second;
  private final Rows x; // (rows, D)
  private final Rows y; // (rows, D)
  private final Rows slopes; // (rows, hidden)
  private final Rows active; // (rows, hidden)

  TapedLayer(TrainingLoops loops, Sheet sheet, Stack stack, int width, int rows) {
    this.loops = loops;
    this.sheet = sheet;
    this.gelu = stack.feedForward().activation() == Activation.GELU;
    this.width = width;
    this.hidden = stack.feedForward().hidden();
    int heads = stack.attention().heads();
    this.scale = (float) (1 / Math.sqrt(width / (double) heads));
    this.attentionNorm = new TapedNorm(loops, width, rows);
    this.asked = new TapedMap(loops, width, 3 * width);
    boolean causal = stack.attention().visibility() instanceof Visibility.Causal;
    this.attention = new TapedAttention(loops, sheet, causal, heads, width, rows);
    this.out = new TapedMap(loops, width, width);
    this.feedNorm = new TapedNorm(loops, width, rows);
    this.first = new TapedMap(loops, width, hidden);
    this.second = new TapedMap(loops, hidden, width);
    this.x = Rows.of(rows, width);
    this.y = Rows.of(rows, width);
    this.slopes = Rows.of(rows, hidden);
    this.active = Rows.of(rows, hidden);
  }

  /// The states that `forward` begins with.
  Rows states() {
    return x;
  }

  /// The bias that is still to be added to what `forward` gave.
  float[] bias() {
    return second.bias();
  }

  /// Where the gradient of `bias` is added.
  float[] toBias() {
    return second.toBias();
  }

  /// There: from the states to `z`, without its bias.
  ///
  /// @param plus still to be added to the states
  void forward(TapedSample sample, float[] plus, int rows, Rows z) {
    asked.forward(attentionNorm.forward(x, plus, rows), rows, attention.asked());
    attention.forward(sample, rows);
    out.forward(attention.heard(), rows, x, y);
    first.forward(feedNorm.forward(y, out.bias(), rows), rows, slopes);
    loops.passes().activate(slopes, rows, hidden, gelu, active);
    second.forward(active, rows, y, z);
  }

  /// And back, adding to the gradients of the parameters.
  ///
  /// @param d the gradient of what `forward` gave, with its bias; becomes that of the states
  /// @param toPlus where that of `plus` is added
  void backward(TapedSample sample, Rows d, int rows, float[] toPlus) {
    second.backward(d, active, rows, sheet.wide);
    loops.passes().unactivate(sheet.wide, slopes, rows, hidden, first.toBias());
    first.backward(sheet.wide, feedNorm.normed(), rows, sheet.narrow);
    feedNorm.backward(sheet.narrow, y, rows, d, out.toBias());
    out.backward(d, attention.heard(), rows, sheet.narrow);
    Rows back = attention.backward(sheet.narrow, sample, rows);
    loops.passes().sums(back, rows, width, asked.toBias());
    asked.backward(back, attentionNorm.normed(), rows, sheet.narrow);
    attentionNorm.backward(sheet.narrow, x, rows, d, toPlus);
  }

  /// Takes over the parameters from `at` on.
  void take(float[][] all, int at) {
    attentionNorm.learned(all[at], all[at + 1]);
    asked.weights(0, all[at + 2], scale);
    asked.bias(all[at + 3], scale);
    asked.weights(width, all[at + 4], 1);
    asked.weights(2 * width, all[at + 5], 1);
    out.weights(0, all[at + 6], 1);
    out.bias(all[at + 7], 1);
    feedNorm.learned(all[at + 8], all[at + 9]);
    first.weights(0, all[at + 10], 1);
    first.bias(all[at + 11], 1);
    second.weights(0, all[at + 12], 1);
    second.bias(all[at + 13], 1);
  }

  /// Adds the gradients of the parameters from `at` on.
  void give(float[][] sums, int at) {
    attentionNorm.gradient(sums[at], sums[at + 1]);
    asked.weightGradient(0, scale, sums[at + 2]);
    asked.biasGradient(scale, sums[at + 3]);
    asked.weightGradient(width, 1, sums[at + 4]);
    asked.weightGradient(2 * width, 1, sums[at + 5]);
    out.weightGradient(0, 1, sums[at + 6]);
    out.biasGradient(1, sums[at + 7]);
    feedNorm.gradient(sums[at + 8], sums[at + 9]);
    first.weightGradient(0, 1, sums[at + 10]);
    first.biasGradient(1, sums[at + 11]);
    second.weightGradient(0, 1, sums[at + 12]);
    second.biasGradient(1, sums[at + 13]);
  }

  /// Begins with gradients of zero.
  void forget() {
    attentionNorm.forget();
    asked.forget();
    out.forget();
    feedNorm.forget();
    first.forget();
    second.forget();
  }
}
