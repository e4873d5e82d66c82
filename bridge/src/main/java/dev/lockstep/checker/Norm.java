package dev.lockstep.checker;

/// A layer norm: mean 0 and variance 1 over the width, then a scale and a shift.
final class Norm {
  private static final double EPSILON = 1e-5; // added to the variance

  private final double[] scale; // (width)
  private final double[] shift; // (width)

  Norm(WeightsFile weights, String name, int width) {
    scale = weights.tensor(name + ".weight", 1, width);
    shift = weights.tensor(name + ".bias", 1, width);
  }

  double[] of(double[] x) {
    double mean = 0;
    for (double value : x) {
      mean += value / x.length;
    }
    double variance = 0;
    for (double value : x) {
      variance += (value - mean) * (value - mean) / x.length;
    }
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = (x[i] - mean) / Math.sqrt(variance + EPSILON) * scale[i] + shift[i];
    }
    return y;
  }
}
