package dev.lockstep.checker;

/// A linear map with or without a bias.
final class Linear {
  private final double[] weight; // (out, in)
  private final double[] bias; // (out)
  private final int in;

  Linear(WeightsFile weights, String name, int out, int in, boolean biased) {
    this.in = in;
    weight = weights.tensor(name + ".weight", out, in);
    bias = biased ? weights.tensor(name + ".bias", 1, out) : new double[out];
  }

  double[] of(double[] x) {
    double[] y = bias.clone();
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < in; j++) {
        y[i] += weight[i * in + j] * x[j];
      }
    }
    return y;
  }

  double[][] ofEach(double[][] xs) {
    double[][] ys = new double[xs.length][];
    for (int i = 0; i < xs.length; i++) {
      ys[i] = of(xs[i]);
    }
    return ys;
  }
}
