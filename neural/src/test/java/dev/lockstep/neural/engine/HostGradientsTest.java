package dev.lockstep.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.ComputeDevice;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.neural.Network;
import dev.lockstep.neural.TrainingPlan;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.gradients.HostGradients;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.FeedForward;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients in Java are those of the kernels in float64, as nearly as the kernels' in float32 are.
class HostGradientsTest {
  private static final double AS_NEARLY = 4; // other sums, other rounding: 2.3 was the most
  private static final double SMALL = 1e-2; // of the largest: where sums of large terms cancel

  private static final TransformerSpec SPEC =
      TransformerSpec.decoder(5, 5, 32, 2, 1, new Positions.Rotary(10_000, Zoo.ORDER));

  /// The zoo's kinds that are covered, at a width of whole blocks; and other widths.
  private static SequencedMap<String, TransformerSpec> kinds() {
    SequencedMap<String, TransformerSpec> kinds = new LinkedHashMap<>();
    for (Map.Entry<String, TransformerSpec> entry : Zoo.all().entrySet()) {
      TransformerSpec spec = entry.getValue();
      if (spec.element() == HostTensor.ElementType.F32
          && Formula.of(spec, Hardware.CPU).isPresent()) {
        Activation activation = spec.last().feedForward().activation();
        Stack wide = spec.last().with(new FeedForward(48, activation, false));
        kinds.put(entry.getKey(), TransformerSpec.of(Zoo.CLASSES, 32, wide));
      }
    }
    for (int heads : new int[] {1, 3, 4}) {
      Attention attention = Attention.of(heads, Zoo.stack().attention().visibility());
      FeedForward block = new FeedForward(80 * heads, Activation.GELU, false);
      Stack stack = Zoo.stack().with(attention).with(block);
      kinds.put(heads + " heads", TransformerSpec.of(Zoo.CLASSES, 16 * heads, stack));
    }
    Stack wide = Zoo.stack().with(new FeedForward(256, Activation.GELU, false));
    kinds.put("wide heads", TransformerSpec.of(20, 64, wide));
    return kinds;
  }

  private static Stream<String> names() {
    return kinds().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void gradientsAreTheKernels(String kind) {
    TransformerSpec spec = kinds().get(kind);
    Weights weights = Zoo.shaken(spec, 5);
    try (Network wide = network(spec.doubled(), doubled(spec, weights));
        Network network = network(spec, weights)) {
      FusedRoute exact = new FusedRoute(wide, spec.doubled(), Optional.empty());
      FusedRoute kernels = new FusedRoute(network, spec, Optional.empty());
      for (List<Sample> samples :
          List.of(
              Zoo.samples(spec, 5, 6),
              fewTargets(Zoo.samples(spec, 3, 7)),
              Zoo.longSamples(1, 8))) {
        List<double[]> expected = gradients(spec.doubled(), exact, samples);
        double rounding = apart(gradients(spec, kernels, samples), expected);
        for (int threads : new int[] {1, 2}) {
          HostRoute route = new HostRoute(kernels, HostGradients.of(spec, threads).orElseThrow());
          assertThat(apart(gradients(spec, route, samples), expected))
              .as("%d samples", samples.size())
              .isLessThan(AS_NEARLY * rounding)
              .isLessThan(1e-4);
        }
      }
    }
  }

  /// A target at one position of each sample.
  private static List<Sample> fewTargets(List<Sample> samples) {
    SplittableRandom random = new SplittableRandom(1);
    return samples.stream()
        .map(
            sample -> {
              int[] targets = new int[sample.length()];
              Arrays.fill(targets, Sample.NO_TARGET);
              targets[random.nextInt(targets.length)] = random.nextInt(Zoo.CLASSES);
              return sample.withTargets(targets);
            })
        .toList();
  }

  private static List<double[]> gradients(TransformerSpec spec, Route route, List<Sample> samples) {
    return TransformerKernelTest.gradients(new TransformerModel(spec, route), samples);
  }

  /// How far apart two lists of tensors are, in parts of the tensors' norms.
  private static double apart(List<double[]> found, List<double[]> expected) {
    assertThat(found).hasSameSizeAs(expected);
    double largest = expected.stream().mapToDouble(HostGradientsTest::norm).max().orElseThrow();
    return IntStream.range(0, found.size())
        .mapToDouble(
            i -> apart(found.get(i), expected.get(i)) / (norm(expected.get(i)) + SMALL * largest))
        .max()
        .orElseThrow();
  }

  private static Weights doubled(TransformerSpec single, Weights weights) {
    TransformerSpec spec = single.doubled();
    SequencedMap<String, HostTensor> wide = new LinkedHashMap<>();
    weights.tensors().forEach((name, tensor) -> wide.put(name, tensor.as(spec.element())));
    return Weights.of(spec, wide);
  }

  private static Network network(TransformerSpec spec, Weights weights) {
    return new Network(
        spec,
        weights,
        ComputeDevice.first(Hardware.CPU),
        "attention.py",
        "transformer.py",
        "formula_attention.py",
        "formula.py");
  }

  private static double norm(double[] x) {
    return apart(x, new double[x.length]);
  }

  private static double apart(double[] x, double[] y) {
    return Math.sqrt(IntStream.range(0, x.length).mapToDouble(i -> Math.pow(x[i] - y[i], 2)).sum());
  }

  @Test
  void smallSpecsOfWholeBlocksAreCovered() {
    assertThat(HostGradients.of(SPEC, 1)).isPresent();
    assertThat(HostGradients.of(SPEC.doubled(), 1)).isEmpty();
    for (int width : new int[] {24, 36, 128}) {
      assertThat(HostGradients.of(decoder(width, 2), 1)).as("width %d", width).isEmpty();
    }
    assertThat(HostGradients.of(decoder(64, 8), 1)).isEmpty();
    assertThat(HostGradients.of(decoder(64, 4), 1)).isPresent();
    HostGradients gradients = HostGradients.of(SPEC, 1).orElseThrow();
    assertThat(gradients.covers(512)).isTrue();
    assertThat(gradients.covers(513)).isFalse();
  }

  private static TransformerSpec decoder(int width, int heads) {
    return TransformerSpec.decoder(5, 5, width, heads, 1, new Positions.None());
  }

  @Test
  void whatIsNotCoveredIsLeftToKernels() {
    assertThat(gradientsBy(SPEC)).isEqualTo("vectors");
    assertThat(gradientsBy(decoder(128, 2))).isEqualTo("formula");
    FeedForward gated = new FeedForward(48, Activation.GELU, true);
    assertThat(gradientsBy(TransformerSpec.of(5, 32, SPEC.last().with(gated)))).isEqualTo("engine");
    Visibility near = new Visibility.Window(Visibility.ORDER, 1);
    Stack band = SPEC.last().with(Attention.of(2, near));
    TransformerSpec spec = TransformerSpec.of(5, 32, band);
    List<Sample> longer = List.of(Sample.of(new int[193]).withTargets(new int[193]));
    try (Network network = network(spec, Zoo.shaken(spec, 5))) {
      FusedRoute kernels = new FusedRoute(network, spec);
      HostRoute route = new HostRoute(kernels, HostGradients.of(spec, 1).orElseThrow());
      List<double[]> expected = gradients(spec, kernels, longer);
      List<double[]> found = gradients(spec, route, longer);
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i)).containsExactly(expected.get(i)); // the very same bits
      }
    }
  }

  private static String gradientsBy(TransformerSpec spec) {
    try (TransformerModel model = TransformerModel.seeded(spec, 1, Hardware.CPU)) {
      return model.route().gradientsBy();
    }
  }

  private static List<Sample> samples() {
    return Zoo.longSamples(8, 3).stream()
        .map(sample -> Sample.of(sample.targets().length, ids(sample)).withTargets(ids(sample)))
        .toList();
  }

  private static int[] ids(Sample sample) {
    return Arrays.stream(sample.targets()).map(id -> Math.max(0, id)).toArray();
  }

  @Test
  void resumedTrainingIsBitForBitTheSame(@TempDir Path directory) {
    for (int parts : new int[] {1, 2}) {
      TrainingPlan plan = TrainingTest.plan(9).inParts(parts);
      try (TransformerModel whole = TransformerModel.seeded(SPEC, 2, Hardware.CPU);
          TransformerModel half = TransformerModel.seeded(SPEC, 2, Hardware.CPU);
          TransformerTrainer atOnce = new TransformerTrainer(whole, plan);
          TransformerTrainer stopped = new TransformerTrainer(half, plan)) {
        atOnce.pool(samples());
        double first = atOnce.advance(1).loss();
        assertThat(atOnce.advance(8).loss()).isLessThan(first);
        stopped.pool(samples());
        stopped.advance(4);
        stopped.save(directory);
        try (TransformerTrainer resumed = TransformerTrainer.resume(directory, Hardware.CPU);
            TransformerModel rest = resumed.model()) {
          resumed.pool(samples());
          resumed.advance(5);
          assertThat(rest.weights()).isEqualTo(whole.weights());
        }
      }
    }
  }

  /// A checkpoint that says nothing was written before there were gradients in Java.
  @Test
  void earlierCheckpointsAreRefused(@TempDir Path directory) throws IOException {
    try (TransformerModel model = TransformerModel.seeded(SPEC, 2, Hardware.CPU);
        TransformerTrainer trainer = new TransformerTrainer(model, TrainingTest.plan(5))) {
      trainer.save(directory);
    }
    Path file = directory.resolve("checkpoint.json");
    String json = Files.readString(file);
    assertThat(json).contains("\"gradients\" : \"vectors\"");
    Files.writeString(file, json.replaceFirst(",\\s*\"gradients\" : \"vectors\"", ""));
    assertThatThrownBy(() -> TransformerTrainer.resume(directory, Hardware.CPU))
        .isInstanceOf(ModelFileError.class)
        .hasMessageContaining("gradients by kernels, not vectors");
  }
}
