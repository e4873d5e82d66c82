package dev.lockstep.neural.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/// Several things timed in turn, again and again, so that whatever slows the machine slows all.
final class Pairs {
  private final List<double[]> rounds = new ArrayList<>();

  /// After one round that does not count, `count` rounds of all.
  static Pairs of(int count, DoubleSupplier... each) {
    Pairs pairs = new Pairs();
    round(each);
    for (int i = 0; i < count; i++) {
      pairs.rounds.add(round(each));
    }
    return pairs;
  }

  private static double[] round(DoubleSupplier... each) {
    return Arrays.stream(each).mapToDouble(DoubleSupplier::getAsDouble).toArray();
  }

  double median(int which) {
    return middle(rounds.stream().mapToDouble(round -> round[which]).toArray());
  }

  /// The median of the ratios within rounds.
  double ratio(int over, int under) {
    return middle(rounds.stream().mapToDouble(round -> round[over] / round[under]).toArray());
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    return (values[values.length / 2] + values[(values.length - 1) / 2]) / 2;
  }
}
