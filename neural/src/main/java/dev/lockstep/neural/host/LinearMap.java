package dev.lockstep.neural.host;

import dev.lockstep.neural.HostTensor;
import java.util.List;

/// `y = W x + b`, its weights by input: row i is what input i adds to the outputs.
final class LinearMap {
  private final Matrix rows; // (in, out)
  private final float[] bias; // (out)

  private LinearMap(Matrix rows, float[] bias) {
    this.rows = rows;
    this.bias = bias;
  }

  /// Maps of the same inputs as one whose outputs stand side by side.
  ///
  /// @param weights each `(out, in)`
  /// @param biases as many, each `(out)`, or of no elements for none
  static LinearMap of(Loops loops, List<HostTensor> weights, List<float[]> biases) {
    int in = Math.toIntExact(weights.getFirst().shape().get(1));
    int out = weights.stream().mapToInt(w -> Math.toIntExact(w.shape().getFirst())).sum();
    Matrix rows = loops.matrix(in, out);
    float[] bias = new float[out];
    int begin = 0;
    for (int m = 0; m < weights.size(); m++) {
      float[] flat = weights.get(m).floats();
      for (int o = 0; o < flat.length / in; o++) {
        for (int i = 0; i < in; i++) {
          rows.put(i, begin + o, flat[o * in + i]);
        }
      }
      System.arraycopy(biases.get(m), 0, bias, begin, biases.get(m).length);
      begin += flat.length / in;
    }
    return new LinearMap(rows, bias);
  }

  /// The outputs of each row of `x`, into `y`.
  void apply(float[][] x, float[][] y) {
    for (float[] row : y) {
      System.arraycopy(bias, 0, row, 0, bias.length);
    }
    rows.addEach(x, y);
  }

  /// Adds the outputs of each row of `x` to `y`.
  void add(float[][] x, float[][] y) {
    for (float[] row : y) {
      for (int o = 0; o < bias.length; o++) {
        row[o] += bias[o];
      }
    }
    rows.addEach(x, y);
  }
}
