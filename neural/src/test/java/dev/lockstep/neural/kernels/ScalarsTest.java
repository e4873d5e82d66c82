package dev.lockstep.neural.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarsTest {
  private static final int TIMES = 50;

  /// What is freed between the passes is taken again, and filled with what is not a number.
  @Test
  void theBackwardPassReadsNumbersThatNobodyFreed() throws InterruptedException {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.create(new double[] {1, -2, 3});
      x.setRequiresGradient(true);
      List<ByteBuffer> taken = new ArrayList<>();
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray sum = manager.create(0.0);
        for (int i = 0; i < TIMES; i++) {
          sum = sum.add(Scalars.times(x, 3).add(Scalars.over(x, 0.5)).sum());
          sum = sum.add(Scalars.atLeast(x, 0).sum());
        }
        takeFreedMemory(taken);
        collector.backward(sum);
      }
      assertThat(x.getGradient().toDoubleArray()).containsExactly(6 * TIMES, 5 * TIMES, 6 * TIMES);
      assertThat(taken).isNotEmpty();
    }
  }

  private static void takeFreedMemory(List<ByteBuffer> taken) throws InterruptedException {
    for (int round = 0; round < 3; round++) {
      System.gc();
      Thread.sleep(20); // the collector's cleaner works in a thread of its own
      for (int i = 0; i < 5_000; i++) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(Double.BYTES).order(ByteOrder.nativeOrder());
        buffer.putDouble(0, Double.NaN);
        taken.add(buffer);
      }
    }
  }

  @Test
  void itIsTheArithmeticOfNumbers() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.create(new float[] {1.5f, -2, 0});
      for (NDArray found :
          List.of(Scalars.times(x, -2), Scalars.over(x, -0.5), Scalars.atLeast(x, -1))) {
        assertThat(found.getDataType()).isEqualTo(x.getDataType());
      }
      assertThat(Scalars.times(x, -2).toFloatArray()).containsExactly(-3, 4, -0f);
      assertThat(Scalars.over(x, -0.5).toFloatArray()).containsExactly(-3, 4, -0f);
      assertThat(Scalars.atLeast(x, -1).toFloatArray()).containsExactly(1.5f, -1, 0);
    }
  }
}
