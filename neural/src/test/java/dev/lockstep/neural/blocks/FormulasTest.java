package dev.lockstep.neural.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.XavierInitializer;
import dev.lockstep.neural.Activation;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.FeedForward;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Places;
import dev.lockstep.neural.transformer.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Blocks and tables against numbers worked out by hand and formulas as published.
class FormulasTest {
  /// Press et al. 2022: for 8 heads 1/2, 1/4, … 1/256.
  @Test
  void slopesAreThoseOfThePaper() {
    for (int head = 0; head < 8; head++) {
      assertThat(PlaceTables.slope(head, 8)).isEqualTo(Math.pow(0.5, head + 1));
    }
  }

  /// Vaswani et al. 2017, section 3.5.
  @Test
  void wavesAreThoseOfThePaper() {
    double[] waves = PlaceTables.waves(new int[][] {{0, 3}}, 4);
    assertThat(waves)
        .containsExactly(
            new double[] {
              0, 1, 0, 1, Math.sin(3), Math.cos(3), Math.sin(3 / 100.0), Math.cos(3 / 100.0)
            },
            within(1e-15));
  }

  /// Su et al. 2021: the product of a turned query and a turned key depends on their distance only.
  @Test
  void turnedProductsDependOnDistanceOnly() {
    int part = 6;
    double[] q = {1, -2, 3, 0.5, 4, -1};
    double[] k = {0.3, 2, -1, 1, 0.2, 5};
    double near = product(turned(q, 7, part), turned(k, 4, part));
    double far = product(turned(q, 103, part), turned(k, 100, part));
    assertThat(near).isCloseTo(far, within(1e-9));
    assertThat(near).isNotCloseTo(product(q, k), within(1e-3));
  }

  private static double[] turned(double[] x, int place, int part) {
    int[][] places = {{place}};
    double[] cosines = PlaceTables.turns(places, part, 10_000, StrictMath::cos);
    double[] sines = PlaceTables.turns(places, part, 10_000, StrictMath::sin);
    double[] y = new double[part];
    for (int i = 0; i < part; i++) {
      double crossed = i < part / 2 ? -x[i + part / 2] : x[i - part / 2];
      y[i] = x[i] * cosines[i] + crossed * sines[i];
    }
    return y;
  }

  private static double product(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  @Test
  void normsAreThoseOfTheirPapers() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.create(new float[] {1, 2, 3, 6}, new Shape(1, 4));
      float[] layer = ask(manager, new NormBlock(Norm.Kind.LAYER), x).toFloatArray();
      double deviation = Math.sqrt(3.5); // mean 3, squares 4, 1, 0, 9
      assertThat(layer)
          .containsExactly(
              new float[] {
                (float) (-2 / deviation), (float) (-1 / deviation), 0, (float) (3 / deviation)
              },
              within(1e-5f));
      float[] rms = ask(manager, new NormBlock(Norm.Kind.RMS), x).toFloatArray();
      double root = Math.sqrt(12.5); // squares 1, 4, 9, 36
      assertThat(rms)
          .containsExactly(
              new float[] {
                (float) (1 / root), (float) (2 / root), (float) (3 / root), (float) (6 / root)
              },
              within(1e-5f));
      assertThat(ask(manager, new NormBlock(Norm.Kind.NONE), x)).isEqualTo(x);
    }
  }

  /// A block of ours beside one of DJL's, initialized and run by DJL's own means.
  @Test
  void blocksAreOrdinaryBlocks() {
    try (NDManager manager = NDManager.newBaseManager()) {
      SequentialBlock all =
          new SequentialBlock()
              .add(new NormBlock(Norm.Kind.LAYER))
              .add(new FeedForwardBlock(new FeedForward(16, Activation.RELU, true), 8))
              .add(Linear.builder().setUnits(3).build());
      all.setInitializer(new XavierInitializer(), Parameter.Type.WEIGHT);
      all.initialize(manager, DataType.FLOAT32, new Shape(2, 5, 8));
      NDArray y = ask(manager, all, manager.ones(new Shape(2, 5, 8)));
      assertThat(y.getShape()).isEqualTo(new Shape(2, 5, 3));
      assertThat(all.getOutputShapes(new Shape[] {new Shape(2, 5, 8)})[0])
          .isEqualTo(new Shape(2, 5, 3));
    }
  }

  private static NDArray ask(NDManager manager, ai.djl.nn.Block block, NDArray x) {
    if (!block.isInitialized() || block.getParameters().isEmpty()) {
      block.initialize(manager, DataType.FLOAT32, x.getShape());
    }
    return block.forward(new ParameterStore(manager, false), new NDList(x), false).head();
  }

  /// One head of width 1 whose maps are the identity: scores 2·k, of which two are equal and
  /// largest.
  @Test
  void hardAttentionTakesTheLeftmostOrTheAverage() {
    assertThat(heard(Attention.Choice.LEFTMOST)).containsExactly(10f);
    assertThat(heard(Attention.Choice.AVERAGE)).containsExactly(15f);
    // Softmax of (2, 6, 6): e^-4 : 1 : 1, of the values 1, 10 and 20.
    float e = (float) Math.exp(-4);
    assertThat(heard(Attention.Choice.SOFTMAX))
        .containsExactly(new float[] {(e + 30) / (e + 2)}, within(1e-4f));
  }

  private static float[] heard(Attention.Choice choice) {
    try (NDManager manager = NDManager.newBaseManager()) {
      AttentionBlock block = new AttentionBlock("one", 1, choice, 2, 0);
      block.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 2));
      // Column 0 is what is looked for, column 1 what is found.
      set(block, "query_weight", 1, 0, 0, 0);
      set(block, "query_bias", 0, 0);
      set(block, "key_weight", 1, 0, 0, 0);
      set(block, "value_weight", 0, 0, 0, 1);
      set(block, "out_weight", 1, 0, 0, 1);
      set(block, "out_bias", 0, 0);
      float two = (float) (2 * Math.sqrt(2)); // undone by the head's scale
      NDArray x = manager.create(new float[] {two, 0}, new Shape(1, 1, 2));
      NDArray s = manager.create(new float[] {1, 1, 3, 10, 3, 20}, new Shape(1, 3, 2));
      NDArray none = manager.create(new Shape(0));
      NDList inputs = new NDList(x, s, none, none, none, none, none, none);
      NDArray y = block.forward(new ParameterStore(manager, false), inputs, false).head();
      return y.get("0, 0, 1:").toFloatArray();
    }
  }

  private static void set(AttentionBlock block, String name, float... values) {
    block.getParameters().stream()
        .filter(pair -> pair.getKey().endsWith(name))
        .forEach(pair -> pair.getValue().getArray().set(values));
  }

  /// Whatever the probabilities, the weights of a position sum to 1.
  @Test
  void ponderWeightsSumToOne() {
    SplittableRandom random = new SplittableRandom(1);
    for (int most = 1; most <= 6; most++) {
      try (NDManager manager = NDManager.newBaseManager()) {
        List<float[]> weights = new ArrayList<>();
        NDArray first = manager.ones(new Shape(2, 3, 4));
        NDList found =
            Ponder.run(
                new Depth.Adaptive(most, 0.1, false),
                first,
                x -> x,
                _ -> manager.create(normals(random, 6), new Shape(2, 3, 1)),
                (_, weight) -> weights.add(weight.toFloatArray()));
        for (int position = 0; position < 6; position++) {
          int at = position;
          double sum = weights.stream().mapToDouble(weight -> weight[at]).sum();
          assertThat(sum).isCloseTo(1, within(1e-6));
        }
        // The state was 1 every time, so its weighted mean is.
        float[] ones = new float[24];
        Arrays.fill(ones, 1);
        assertThat(found.head().toFloatArray()).containsExactly(ones, within(1e-6f));
      }
    }
  }

  /// Graves 2016, equations 3 to 8, by hand: p = 0.5 each time, so it halts the second time with a
  /// remainder of 0.5, and the ponder cost is 2 + 0.5.
  @Test
  void ponderCostCountsTimesAndRemainder() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList found =
          Ponder.run(
              new Depth.Adaptive(9, 0.1, false),
              manager.zeros(new Shape(1, 1, 1)),
              x -> x.add(1),
              x -> x.mul(0),
              (_, _) -> {});
      assertThat(found.get(1).getFloat()).isEqualTo(2.5f);
      assertThat(found.head().toFloatArray()).containsExactly(0.5f * 1 + 0.5f * 2);
    }
  }

  private static float[] normals(SplittableRandom random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  @Test
  void randomPlacesAscendAndCoverTheRange() {
    Sample sample = Sample.of(new int[10]);
    Places.Randomised places = new Places.Randomised(50);
    SplittableRandom random = new SplittableRandom(3);
    boolean[] seen = new boolean[50];
    for (int i = 0; i < 200; i++) {
      int[] drawn = places.of(sample, Optional.of(random));
      for (int j = 0; j < drawn.length; j++) {
        seen[drawn[j]] = true;
        assertThat(j == 0 || drawn[j] > drawn[j - 1]).isTrue();
      }
    }
    assertThat(IntStream.range(0, 50).allMatch(i -> seen[i])).isTrue();
    assertThat(places.of(sample, Optional.empty()))
        .containsExactly(IntStream.range(0, 10).toArray());
  }

  @Test
  void coupledPlacesMoveTogether() {
    Sample sample = Sample.of(5, 6, 7, 5, 6, 7).withAxis(0, 1, 2, 0, 1, 2);
    Places.Coupled places = new Places.Coupled(0, 100);
    int[] moved = places.of(sample, Optional.of(new SplittableRandom(4)));
    assertThat(moved).startsWith(moved[3], moved[4], moved[5]);
    assertThat(moved[1] - moved[0]).isEqualTo(1);
    assertThat(places.of(sample, Optional.empty())).containsExactly(0, 1, 2, 0, 1, 2);
  }
}
