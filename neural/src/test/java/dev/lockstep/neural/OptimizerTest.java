package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The kernel's clipped AdamW against the formulas of the paper in float64 (Loshchilov and Hutter
/// 2019, algorithm 2).
class OptimizerTest {
  private static final double RATE = 0.01;
  private static final double DECAY = 0.1;

  @ParameterizedTest
  @ValueSource(doubles = {0.05, Double.POSITIVE_INFINITY})
  void stepsAreThoseOfThePaper(double clip) {
    LocalSpec spec = Fixtures.local(3, Activation.GELU);
    VisibleSets one = Fixtures.sets(spec, 1, 4);
    int[] target = {2};
    TrainingPlan plan = new TrainingPlan(1, 9, 1, RATE, 0, Decay.CONSTANT, DECAY, clip);
    try (LocalModel model = LocalModel.of(spec, Fixtures.shaken(spec, 6), Hardware.CPU);
        LocalTrainer trainer = new LocalTrainer(model, plan)) {
      trainer.pool(one, target, new int[1]);
      List<double[]> parameters = doubles(flat(model.weights()));
      List<double[]> first = zeros(parameters);
      List<double[]> second = zeros(parameters);
      for (int step = 1; step <= 4; step++) {
        List<float[]> found = Fixtures.gradients(model, one, target);
        List<double[]> gradients = doubles(found.subList(1, found.size()));
        clip(gradients, clip);
        for (int i = 0; i < parameters.size(); i++) {
          update(step, parameters.get(i), gradients.get(i), first.get(i), second.get(i));
        }
        assertThat(trainer.advance(1).loss()).isCloseTo(found.getFirst()[0], within(1e-6));
        assertClose(flat(model.weights()), parameters);
      }
    }
  }

  private static void update(int step, double[] x, double[] g, double[] m, double[] v) {
    for (int j = 0; j < x.length; j++) {
      m[j] = 0.9 * m[j] + 0.1 * g[j];
      v[j] = 0.98 * v[j] + 0.02 * g[j] * g[j];
      double mean = m[j] / (1 - Math.pow(0.9, step));
      double square = v[j] / (1 - Math.pow(0.98, step));
      x[j] -= RATE * (mean / (Math.sqrt(square) + 1e-8) + DECAY * x[j]);
    }
  }

  private static void clip(List<double[]> gradients, double most) {
    double squares = 0;
    for (double[] gradient : gradients) {
      for (double g : gradient) {
        squares += g * g;
      }
    }
    double scale = Math.min(1, most / Math.sqrt(squares));
    for (double[] gradient : gradients) {
      for (int j = 0; j < gradient.length; j++) {
        gradient[j] *= scale;
      }
    }
  }

  /// A gradient that is zero but for rounding has a direction that is nothing but rounding: the
  /// step may then be anything up to the rate, hence the few exceptions.
  private static void assertClose(List<float[]> found, List<double[]> expected) {
    int strays = 0;
    int all = 0;
    for (int i = 0; i < found.size(); i++) {
      for (int j = 0; j < found.get(i).length; j++) {
        all++;
        strays += Math.abs(found.get(i)[j] - expected.get(i)[j]) < 1e-4 ? 0 : 1;
        assertThat((double) found.get(i)[j]).isCloseTo(expected.get(i)[j], within(8 * RATE));
      }
    }
    assertThat(strays).isLessThan(all / 100);
  }

  private static List<float[]> flat(Weights weights) {
    return weights.tensors().values().stream().map(HostTensor::floats).toList();
  }

  private static List<double[]> doubles(List<float[]> arrays) {
    List<double[]> wide = new ArrayList<>();
    for (float[] array : arrays) {
      double[] copy = new double[array.length];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = array[i];
      }
      wide.add(copy);
    }
    return wide;
  }

  private static List<double[]> zeros(List<double[]> like) {
    return like.stream().map(array -> new double[array.length]).toList();
  }
}
