package dev.lockstep.neural.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.stream.DoubleStream;

/// The machine's speed at products of large float32 matrices, the yardstick of everything else.
public final class GemmPeak implements AutoCloseable {
  private static final int SIDE = 1024;

  private final NDManager manager = NDManager.newBaseManager();
  private final NDArray left = manager.randomUniform(-1, 1, square(), DataType.FLOAT32);
  private final NDArray right = manager.randomUniform(-1, 1, square(), DataType.FLOAT32);

  private static Shape square() {
    return new Shape(SIDE, SIDE);
  }

  /// GFLOP per CPU second over `products` products of 1024³.
  public double measure(int products) {
    double seconds =
        CpuClock.of(
            () -> {
              for (int i = 0; i < products; i++) {
                left.matMul(right).close();
              }
            });
    return 2.0 * SIDE * SIDE * SIDE * products / seconds / 1e9;
  }

  /// The best of a few short readings: about a second of work.
  public static double quick() {
    try (GemmPeak peak = new GemmPeak()) {
      peak.measure(2);
      return DoubleStream.generate(() -> peak.measure(8)).limit(4).max().orElseThrow();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
