package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.lockstep.neural.kernels.Blocks;
import dev.lockstep.neural.kernels.PlainSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `sequence.py` and the plain definition compute the same values and gradients, and the positions
/// of each scheme are those of its paper, written here a second time from the formulas.
class SequenceKernelTest {
  private static final int TIME = 7;

  @ParameterizedTest
  @EnumSource
  void valuesAreThoseOfTheDefinition(PositionScheme positions) {
    SequenceSpec spec = Fixtures.sequence(positions);
    Weights weights = Fixtures.shaken(spec, 11);
    Sequences sequences = sequences(spec, 3);
    try (SequenceModel model = SequenceModel.of(spec, weights, Hardware.CPU);
        NDManager manager = NDManager.newBaseManager()) {
      float[] expected =
          plain(manager, spec, Fixtures.arrays(manager, weights), sequences).toFloatArray();
      List<float[]> found = model.logits(sequences);
      for (int i = 0; i < expected.length; i++) {
        int each = TIME * spec.classes();
        assertThat(found.get(i / each)[i % each]).isCloseTo(expected[i], within(2e-5f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAreThoseOfTheDefinition(PositionScheme positions) {
    SequenceSpec spec = Fixtures.sequence(positions);
    Weights weights = Fixtures.shaken(spec, 12);
    Sequences sequences = sequences(spec, 2);
    long[] targets = new SplittableRandom(8).longs(2 * TIME, 0, spec.classes()).toArray();
    try (SequenceModel model = SequenceModel.of(spec, weights, Hardware.CPU);
        NDManager manager = NDManager.newBaseManager()) {
      List<float[]> expected = plainGradients(manager, spec, weights, sequences, targets);
      List<float[]> found = kernelGradients(model, sequences, targets);
      assertThat(found).hasSameSizeAs(expected);
      for (int i = 0; i < found.size(); i++) {
        for (int j = 0; j < found.get(i).length; j++) {
          assertThat(found.get(i)[j]).isCloseTo(expected.get(i)[j], within(2e-5f));
        }
      }
    }
  }

  private static Sequences sequences(SequenceSpec spec, int count) {
    SplittableRandom random = new SplittableRandom(9);
    Sequences sequences = new Sequences(spec);
    for (int i = 0; i < count; i++) {
      sequences.add(
          Fixtures.tuples(random, spec.tokenFeatures(), TIME),
          Fixtures.tuples(random, spec.queryFeatures(), TIME));
    }
    return sequences;
  }

  private static NDArray plain(
      NDManager manager, SequenceSpec spec, Map<String, NDArray> parameters, Sequences sequences) {
    int n = sequences.size();
    NDArray none = manager.create(0f);
    NDArray added =
        switch (spec.positions()) {
          case LEARNED -> parameters.get("position.embedding").get("0:" + TIME);
          case SINUSOIDAL -> sinusoid(manager, spec.width());
          case NONE, ROTARY, ALIBI -> none;
        };
    NDArray bias = spec.positions() == PositionScheme.ALIBI ? slopes(manager) : none;
    UnaryOperator<NDArray> turn =
        spec.positions() == PositionScheme.ROTARY
            ? x -> Blocks.rotate(x, angles(manager, spec.width() / spec.heads()))
            : x -> x;
    List<NDArray> tokens = new ArrayList<>();
    List<NDArray> queries = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      tokens.add(manager.create(sequences.tokens(i), new Shape(1, TIME, 2)));
      queries.add(manager.create(sequences.queries(i), new Shape(1, TIME, 1)));
    }
    PlainSequence definition = new PlainSequence(parameters, spec.heads(), spec.layers(), true);
    NDArray all = joined(queries);
    return definition.logits(joined(tokens), all, added, bias, turn);
  }

  private static NDArray joined(List<NDArray> rows) {
    return NDArrays.concat(new NDList(rows));
  }

  private static NDArray sinusoid(NDManager manager, int width) {
    float[] table = new float[TIME * width];
    for (int t = 0; t < TIME; t++) {
      for (int i = 0; i < width / 2; i++) {
        double angle = t * Math.pow(10_000, -2.0 * i / width);
        table[t * width + 2 * i] = (float) Math.sin(angle);
        table[t * width + 2 * i + 1] = (float) Math.cos(angle);
      }
    }
    return manager.create(table, new Shape(TIME, width));
  }

  private static NDArray angles(NDManager manager, int part) {
    float[] table = new float[TIME * part / 2];
    for (int i = 0; i < table.length; i++) {
      int pair = i % (part / 2);
      int position = i / (part / 2);
      table[i] = (float) (position * Math.pow(10_000, -2.0 * pair / part));
    }
    return manager.create(table, new Shape(TIME, part / 2));
  }

  /// Two heads: slopes 1/16 and 1/256.
  private static NDArray slopes(NDManager manager) {
    float[] bias = new float[2 * TIME * TIME];
    for (int i = 0; i < bias.length; i++) {
      int query = i / TIME % TIME;
      int key = i % TIME;
      bias[i] = (i < TIME * TIME ? 1f / 16 : 1f / 256) * -Math.max(0, query - key);
    }
    return manager.create(bias, new Shape(2, TIME, TIME));
  }

  private static List<float[]> plainGradients(
      NDManager manager, SequenceSpec spec, Weights weights, Sequences sequences, long[] targets) {
    Map<String, NDArray> parameters = Fixtures.arrays(manager, weights);
    parameters.values().forEach(parameter -> parameter.setRequiresGradient(true));
    List<float[]> answer = new ArrayList<>();
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray logits = plain(manager, spec, parameters, sequences).reshape(-1, spec.classes());
      NDArray loss = Blocks.crossEntropy(logits, manager.create(targets));
      collector.backward(loss);
      answer.add(loss.toFloatArray());
    }
    parameters.values().forEach(p -> answer.add(p.getGradient().toFloatArray()));
    return answer;
  }

  private static List<float[]> kernelGradients(
      SequenceModel model, Sequences sequences, long[] targets) {
    Network network = model.network();
    network.parameters().forEach(parameter -> parameter.setRequiresGradient(true));
    return network.changing(
        own -> {
          NDList inputs =
              Network.arguments(
                  model.inputs(own, sequences, new int[] {0, 1}, TIME),
                  new NDList(own.arange(0, 2 * TIME, 1, DataType.INT64)),
                  new NDList(own.create(targets)),
                  model.constants(own, TIME),
                  network.parameters());
          return network.train("gradients", inputs).stream().map(NDArray::toFloatArray).toList();
        });
  }
}
