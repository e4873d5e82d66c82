package dev.lockstep.neural.engine;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lockstep.neural.transformer.Sample;
import java.util.Arrays;
import java.util.List;

/// The positions of a batch that have targets, as flat places in (B, time), their classes and their
/// shares of the loss.
final class Asked {
  private final long[] positions;
  private final long[] targets;
  private final double[] shares;

  private Asked(long[] positions, long[] targets, double[] shares) {
    this.positions = positions;
    this.targets = targets;
    this.shares = shares;
  }

  /// @param weight the sum of the weights of the whole batch, of which this may be a part
  static Asked of(List<Sample> samples, int time, double weight) {
    int count = samples.stream().mapToInt(Sample::asked).sum();
    long[] positions = new long[count];
    long[] targets = new long[count];
    double[] shares = new double[count];
    int next = 0;
    for (int b = 0; b < samples.size(); b++) {
      int[] classes = samples.get(b).targets();
      float[] weights = samples.get(b).weights();
      for (int t = 0; t < classes.length; t++) {
        if (classes[t] != Sample.NO_TARGET) {
          positions[next] = (long) b * time + t;
          targets[next] = classes[t];
          shares[next++] = weights[t] / weight;
        }
      }
    }
    return new Asked(positions, targets, shares);
  }

  /// The sum of the weights of a sample's targets.
  static double weight(Sample sample) {
    int[] classes = sample.targets();
    float[] weights = sample.weights();
    double sum = 0;
    for (int t = 0; t < classes.length; t++) {
      sum += classes[t] == Sample.NO_TARGET ? 0 : weights[t];
    }
    return sum;
  }

  NDList arrays(NDManager manager, DataType type) {
    return new NDList(
        manager.create(positions),
        manager.create(targets),
        manager.create(shares).toType(type, false));
  }

  /// Whether every target is below `classes`.
  static boolean within(Sample sample, int classes) {
    return Arrays.stream(sample.targets()).allMatch(id -> id >= -1 && id < classes);
  }
}
