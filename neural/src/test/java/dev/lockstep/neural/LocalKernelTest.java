package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.lockstep.neural.kernels.Blocks;
import dev.lockstep.neural.kernels.PlainLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `local.py` and the plain definition compute the same values and gradients. 1, 3 and 8 slots go
/// through the kernel for few slots, 9 and 20 through that for many; with 2 sets there are more
/// kinds of slots than slots.
class LocalKernelTest {
  private static final String CASES =
      """
      1, 7, RELU
      3, 2, GELU
      3, 40, RELU
      8, 9, GELU
      9, 1, RELU
      20, 11, GELU
      """;

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void valuesAreThoseOfTheDefinition(int slots, int count, Activation activation) {
    LocalSpec spec = Fixtures.local(slots, activation);
    Weights weights = Fixtures.shaken(spec, 3);
    VisibleSets sets = Fixtures.sets(spec, count, 4);
    try (LocalModel model = LocalModel.of(spec, weights, Hardware.CPU);
        NDManager manager = NDManager.newBaseManager()) {
      float[] expected =
          plain(manager, spec, Fixtures.arrays(manager, weights), sets).toFloatArray();
      float[] found = model.logits(sets);
      assertThat(found).hasSameSizeAs(expected);
      for (int i = 0; i < found.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i], within(2e-5f));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void gradientsAreThoseOfTheDefinition(int slots, int count, Activation activation) {
    LocalSpec spec = Fixtures.local(slots, activation);
    Weights weights = Fixtures.shaken(spec, 5);
    VisibleSets sets = Fixtures.sets(spec, count, 6);
    int[] targets = Fixtures.targets(spec.classes(), count, 7);
    try (LocalModel model = LocalModel.of(spec, weights, Hardware.CPU);
        NDManager manager = NDManager.newBaseManager()) {
      List<float[]> expected = plainGradients(manager, spec, weights, sets, targets);
      List<float[]> found = Fixtures.gradients(model, sets, targets);
      assertThat(found).hasSameSizeAs(expected);
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i)).hasSameSizeAs(expected.get(i));
        for (int j = 0; j < found.get(i).length; j++) {
          assertThat(found.get(i)[j]).isCloseTo(expected.get(i)[j], within(2e-5f));
        }
      }
    }
  }

  private static NDArray plain(
      NDManager manager, LocalSpec spec, Map<String, NDArray> parameters, VisibleSets sets) {
    int n = sets.size();
    int[] slots = new int[n * spec.slots() * spec.slotFeatures().size()];
    for (int i = 0; i < n; i++) {
      System.arraycopy(sets.slots(i), 0, slots, i * slots.length / n, slots.length / n);
    }
    boolean gelu = spec.activation() == Activation.GELU;
    return new PlainLocal(parameters, spec.heads(), spec.layers(), gelu)
        .logits(
            manager.create(sets.queries(0, n), new Shape(n, spec.queryFeatures().size())),
            manager.create(slots, new Shape(n, spec.slots(), spec.slotFeatures().size())));
  }

  /// The loss, then its gradient for each parameter, by the engine's own differentiation.
  private static List<float[]> plainGradients(
      NDManager manager, LocalSpec spec, Weights weights, VisibleSets sets, int[] targets) {
    Map<String, NDArray> parameters = Fixtures.arrays(manager, weights);
    parameters.values().forEach(parameter -> parameter.setRequiresGradient(true));
    List<float[]> answer = new ArrayList<>();
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray loss =
          Blocks.crossEntropy(plain(manager, spec, parameters, sets), manager.create(targets));
      collector.backward(loss);
      answer.add(loss.toFloatArray());
    }
    parameters.values().forEach(p -> answer.add(p.getGradient().toFloatArray()));
    return answer;
  }
}
