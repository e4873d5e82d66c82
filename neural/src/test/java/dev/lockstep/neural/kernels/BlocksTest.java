package dev.lockstep.neural.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The definitions, worked out by hand.
class BlocksTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /// Width 2, one head. The query (1, 0) asks the slots (1, 0) and (0, 1) through identity maps:
  /// its scores are 1/√2 and 0, so the weights are e and 1, over e + 1, with e = exp(1/√2) =
  /// 2.0281.
  @Test
  void attentionByHand() {
    NDArray x = array(new Shape(1, 1, 2), 1, 0);
    NDArray s = array(new Shape(1, 2, 2), 1, 0, 0, 1);
    NDArray zero = manager.create(0f);
    float[] all =
        identity().attention("", x, s, array(new Shape(1, 2), 1, 1), zero, t -> t).toFloatArray();
    assertClose(all, 0.66976f + 0.5f, 0.33024f - 0.5f);
    float[] second =
        identity().attention("", x, s, array(new Shape(1, 2), 0, 1), zero, t -> t).toFloatArray();
    assertClose(second, 0 + 0.5f, 1 - 0.5f);
    float[] none =
        identity().attention("", x, s, array(new Shape(1, 2), 0, 0), zero, t -> t).toFloatArray();
    assertClose(none, 0.5f, -0.5f);
  }

  @Test
  void aBiasMovesTheScores() {
    NDArray x = array(new Shape(1, 1, 2), 1, 0);
    NDArray s = array(new Shape(1, 2, 2), 1, 0, 0, 1);
    NDArray bias = array(new Shape(1, 2), 0, (float) Math.sqrt(0.5)); // makes up for the difference
    float[] heard =
        identity().attention("", x, s, array(new Shape(1, 2), 1, 1), bias, t -> t).toFloatArray();
    assertClose(heard, 1, 0);
  }

  @Test
  void normByHand() {
    Blocks blocks =
        new Blocks(
            Map.of("n.weight", array(new Shape(2), 2, 1), "n.bias", array(new Shape(2), 0, 5)),
            1,
            false);
    // Mean 3, deviation 1.
    assertClose(blocks.norm("n", array(new Shape(1, 2), 4, 2)).toFloatArray(), 2, 4);
  }

  @Test
  void embeddingsAreSummed() {
    Blocks blocks =
        new Blocks(
            Map.of(
                "e.0", array(new Shape(2, 2), 1, 2, 3, 4),
                "e.1", array(new Shape(2, 2), 10, 20, 30, 40)),
            1,
            false);
    NDArray ids = manager.create(new int[] {1, 0, 0, 1}, new Shape(2, 2));
    assertClose(blocks.embed("e.", ids).toFloatArray(), 13, 24, 31, 42);
  }

  @Test
  void crossEntropyByHand() {
    NDArray logits = array(new Shape(2, 2), 0, 0, 0, (float) Math.log(3));
    NDArray targets = manager.create(new int[] {0, 1});
    float expected = (float) ((Math.log(2) + Math.log(4.0 / 3)) / 2);
    assertClose(Blocks.crossEntropy(logits, targets).toFloatArray(), expected);
  }

  @Test
  void aQuarterTurn() {
    NDArray x = array(new Shape(1, 1, 1, 4), 1, 2, 3, 4);
    NDArray angles = array(new Shape(1, 2), (float) (Math.PI / 2), 0);
    assertClose(Blocks.rotate(x, angles).toFloatArray(), -3, 2, 1, 4);
  }

  @Test
  void theCausalMaskIsATriangle() {
    assertThat(Blocks.causal(manager, 3).toFloatArray()).containsExactly(1, 0, 0, 1, 1, 0, 1, 1, 1);
  }

  private Blocks identity() {
    NDArray identity = array(new Shape(2, 2), 1, 0, 0, 1);
    NDArray zero = array(new Shape(2), 0, 0);
    return new Blocks(
        Map.of(
            "attention.query.weight", identity,
            "attention.query.bias", zero,
            "attention.key.weight", identity,
            "attention.value.weight", identity,
            "attention.out.weight", identity,
            "attention.out.bias", array(new Shape(2), 0.5f, -0.5f)),
        1,
        false);
  }

  private NDArray array(Shape shape, float... values) {
    return manager.create(values, shape);
  }

  private static void assertClose(float[] found, float... expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(2e-4f));
    }
  }
}
