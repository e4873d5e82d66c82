package dev.lockstep.neural.gradients;

import dev.lockstep.neural.host.Blocks;
import java.util.Arrays;

/// A linear map, `y = x Wᵀ + b`, there and back, and the sums of the gradients of its weights.
final class TapedMap {
  private final Products products;
  private final int in;
  private final int out;
  private final Rows weight; // (out, in)
  private final Rows turned; // (in, out)
  private final Rows gradient; // (out, in)
  private final Rows nothing;
  private final float[] bias;
  private final float[] toBias;

  /// @param in a multiple of a block
  TapedMap(TrainingLoops loops, int in, int out) {
    this.products = loops.products();
    this.in = in;
    this.out = out;
    this.weight = Rows.of(out, in);
    this.turned = Rows.of(in, out);
    this.gradient = Rows.of(out, in);
    this.nothing = Rows.always(new float[Math.max(in, Blocks.room(out))]);
    this.bias = new float[Blocks.room(out)];
    this.toBias = new float[Blocks.room(out)];
  }

  /// Takes over weights, times a factor, as those of the outputs from `first` on.
  void weights(int first, float[] numbers, float factor) {
    for (int o = 0; o < numbers.length / in; o++) {
      for (int i = 0; i < in; i++) {
        float number = numbers[o * in + i] * factor;
        weight.numbers()[weight.index(first + o) + i] = number;
        turned.numbers()[turned.index(i) + first + o] = number;
      }
    }
  }

  void bias(float[] numbers, float factor) {
    for (int i = 0; i < numbers.length; i++) {
      bias[i] = numbers[i] * factor;
    }
  }

  float[] bias() {
    return bias;
  }

  /// `y = start + x Wᵀ`.
  void forward(Rows x, int rows, Rows start, Rows y) {
    products.product(x, turned, rows, in, Blocks.room(out), start, y);
  }

  /// Without a start, from the bias.
  void forward(Rows x, int rows, Rows y) {
    forward(x, rows, Rows.always(bias), y);
  }

  /// Adds to the gradient of the weights, and `dx = dy W`.
  void backward(Rows dy, Rows x, int rows, Rows dx) {
    products.transposed(dy, x, Blocks.room(out), rows, in, gradient, gradient);
    products.product(dy, weight, rows, out, in, nothing, dx);
  }

  /// Where gradients of the bias are added.
  float[] toBias() {
    return toBias;
  }

  /// Adds the gradient of the weights from output `first` on, times a factor.
  void weightGradient(int first, float factor, float[] sums) {
    for (int o = 0; o < sums.length / in; o++) {
      int from = gradient.index(first + o);
      for (int i = 0; i < in; i++) {
        sums[o * in + i] += gradient.numbers()[from + i] * factor;
      }
    }
  }

  void biasGradient(float factor, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += toBias[i] * factor;
    }
  }

  void forget() {
    Arrays.fill(gradient.numbers(), 0);
    Arrays.fill(toBias, 0);
  }
}
