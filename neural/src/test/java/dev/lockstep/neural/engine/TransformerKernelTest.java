package dev.lockstep.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The scripts and the plain blocks compute the same values and gradients, whatever the spec; and
/// the gradients are those of finite differences.
class TransformerKernelTest {
  private static Stream<String> kinds() {
    return Zoo.all().keySet().stream();
  }

  private static Stream<String> sparse() {
    return Zoo.sparse().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void valuesAreThoseOfThePlainBlocks(String kind) {
    TransformerSpec spec = Zoo.all().get(kind);
    sameValues(spec, Zoo.samples(spec, 5, 4));
  }

  /// Also where not every position is compared with every other.
  @ParameterizedTest
  @MethodSource("sparse")
  void bandsAndListsAreThoseOfThePlainBlocks(String kind) {
    TransformerSpec spec = Zoo.sparse().get(kind);
    List<Sample> samples = Zoo.longSamples(2, 14);
    sameValues(spec, samples);
    sameGradients(spec, samples);
  }

  private static void sameValues(TransformerSpec spec, List<Sample> samples) {
    Weights weights = Zoo.shaken(spec, 3);
    try (TransformerModel fused = TransformerModel.of(spec, weights, Hardware.CPU);
        TransformerModel plain = TransformerModel.plain(spec, weights, Hardware.CPU)) {
      List<HostTensor> expected = plain.logits(samples);
      List<HostTensor> found = fused.logits(samples);
      for (int i = 0; i < samples.size(); i++) {
        assertThat(found.get(i).type()).isEqualTo(spec.element());
        assertThat(found.get(i).shape())
            .containsExactly((long) samples.get(i).length(), (long) Zoo.CLASSES);
        assertThat(Zoo.doubles(found.get(i)))
            .containsExactly(Zoo.doubles(expected.get(i)), within(5e-5));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void gradientsAreThoseOfThePlainBlocks(String kind) {
    TransformerSpec spec = Zoo.all().get(kind);
    sameGradients(spec, Zoo.samples(spec, 4, 6));
  }

  private static void sameGradients(TransformerSpec spec, List<Sample> samples) {
    Weights weights = Zoo.shaken(spec, 5);
    try (TransformerModel fused = TransformerModel.of(spec, weights, Hardware.CPU);
        TransformerModel plain = TransformerModel.plain(spec, weights, Hardware.CPU)) {
      List<double[]> expected = gradients(plain, samples);
      List<double[]> found = gradients(fused, samples);
      assertThat(found).hasSameSizeAs(expected);
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i)).containsExactly(expected.get(i), within(1e-4));
      }
    }
  }

  /// In float64, so that differences mean something. Hard attention and the halt token, whose
  /// gradients are none of their choices', are left out.
  @ParameterizedTest
  @MethodSource("smooth")
  void gradientsAreThoseOfFiniteDifferences(String kind) {
    TransformerSpec spec = Zoo.all().get(kind).doubled();
    asFiniteDifferences(spec, Zoo.samples(spec, 2, 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"band back, clipped bias", "band around, rotary", "listed, clipped bias"})
  void gradientsOfBandsAndListsAreThoseOfFiniteDifferences(String kind) {
    asFiniteDifferences(Zoo.sparse().get(kind).doubled(), Zoo.longSamples(1, 15));
  }

  private static void asFiniteDifferences(TransformerSpec spec, List<Sample> samples) {
    Weights weights = Zoo.shaken(spec, 7);
    double step = 1e-5;
    try (TransformerModel model = TransformerModel.of(spec, weights, Hardware.CPU)) {
      List<double[]> found = gradients(model, samples);
      int tensor = 0;
      for (String name : weights.tensors().keySet()) {
        NDArray parameter = model.network().parameters().get(tensor++);
        int element = Math.toIntExact(37L * tensor % parameter.size());
        double up = lossAfter(model, parameter, element, step, samples);
        double down = lossAfter(model, parameter, element, -2 * step, samples);
        move(model, parameter, element, step);
        assertThat(found.get(tensor)[element]) // found[0] is the loss
            .as(name)
            .isCloseTo((up - down) / (2 * step), within(1e-7));
      }
    }
  }

  private static double lossAfter(
      TransformerModel model, NDArray parameter, int element, double by, List<Sample> samples) {
    move(model, parameter, element, by);
    return gradients(model, samples).getFirst()[0];
  }

  private static void move(TransformerModel model, NDArray parameter, int element, double by) {
    model
        .network()
        .changing(
            own -> {
              double[] change = new double[Math.toIntExact(parameter.size())];
              change[element] = by;
              parameter.setRequiresGradient(false);
              parameter.addi(own.create(change, parameter.getShape()));
              parameter.setRequiresGradient(true);
              return true;
            });
  }

  private static Stream<String> smooth() {
    return Stream.of(
        "causal",
        "window on order",
        "prefix",
        "rotary",
        "alibi",
        "window, alibi",
        "clipped bias",
        "window, clipped bias",
        "log length",
        "gated",
        "RMS POST",
        "looped, injected",
        "adaptive",
        "encoder and decoder");
  }

  /// A step of the fused optimizer is that of the plain one, also in parts.
  @Test
  void stepsAreThoseOfThePlainOptimizer() {
    TransformerSpec spec = Zoo.pair().doubled();
    Weights weights = Zoo.shaken(spec, 9);
    List<Sample> samples = Zoo.samples(spec, 6, 10);
    List<Weights> after = new ArrayList<>();
    for (boolean fused : new boolean[] {true, false}) {
      for (int parts : new int[] {1, 3}) {
        try (TransformerModel model =
                fused
                    ? TransformerModel.of(spec, weights, Hardware.CPU)
                    : TransformerModel.plain(spec, weights, Hardware.CPU);
            TransformerTrainer trainer =
                new TransformerTrainer(model, TrainingTest.plan(3).inParts(parts))) {
          trainer.pool(samples);
          trainer.advance(3);
          after.add(model.weights());
        }
      }
    }
    for (Weights other : after) {
      other
          .tensors()
          .forEach(
              (name, tensor) ->
                  assertThat(Zoo.doubles(tensor))
                      .as(name)
                      .containsExactly(
                          Zoo.doubles(after.getFirst().tensors().get(name)), within(1e-9)));
    }
  }

  /// From the first backward pass on, when the engine makes the buffers of the gradients.
  @Test
  void plainGradientsOfFloat64AreFloat64() {
    TransformerSpec spec = Zoo.pair().doubled();
    Weights weights = Zoo.shaken(spec, 9);
    List<Sample> samples = Zoo.samples(spec, 6, 10);
    try (TransformerModel fused = TransformerModel.of(spec, weights, Hardware.CPU);
        TransformerModel plain = TransformerModel.plain(spec, weights, Hardware.CPU)) {
      List<double[]> expected = gradients(fused, samples);
      List<double[]> found = gradients(plain, samples);
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i)).containsExactly(expected.get(i), within(1e-12));
      }
    }
  }

  /// The loss, then its gradient for each parameter.
  static List<double[]> gradients(TransformerModel model, List<Sample> samples) {
    model.network().parameters().forEach(parameter -> parameter.setRequiresGradient(true));
    return model
        .network()
        .changing(
            own -> {
              int time = samples.stream().mapToInt(Sample::length).max().orElseThrow();
              double weight = samples.stream().mapToDouble(Asked::weight).sum();
              boolean wide = model.spec().element() == HostTensor.ElementType.F64;
              NDList asked =
                  Asked.of(samples, time, weight)
                      .arrays(own, wide ? DataType.FLOAT64 : DataType.FLOAT32);
              NDList sums = new NDList();
              for (NDArray parameter : model.network().parameters()) {
                NDArray sum = own.zeros(parameter.getShape(), parameter.getDataType());
                sum.setName("G[]");
                sums.add(sum);
              }
              double cost =
                  model.spec().last().depth() instanceof Depth.Adaptive adaptive
                      ? adaptive.ponderCost()
                      : 0;
              NDList scenes = model.scenes(own, samples, time, Optional.empty());
              double[] loss =
                  model.route().gather(own, new Route.Lesson(scenes, asked, cost), sums);
              List<double[]> answer = new ArrayList<>();
              answer.add(new double[] {loss[0]});
              sums.forEach(sum -> answer.add(TransformerModel.doubles(sum)));
              return answer;
            });
  }
}
