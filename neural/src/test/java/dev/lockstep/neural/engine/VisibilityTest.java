package dev.lockstep.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Masks by perturbation: the logits at a position change with another position's token exactly
/// where the rule lets it be seen, in the kernels as in the plain blocks.
class VisibilityTest {
  private static final int TIME = 12;

  private static Stream<String> rules() {
    return Zoo.visibilities().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsInvisibleChangesNothing(String name) {
    Visibility rule = Zoo.visibilities().get(name);
    // One layer: the state of a position depends on itself and on what it sees.
    TransformerSpec spec =
        Zoo.of(
            new Stack(
                List.of(Zoo.VOCABULARY),
                Zoo.stack().positions(),
                Zoo.seeing(rule).attention(),
                Zoo.stack().feedForward(),
                Norm.PRE,
                1,
                Depth.ONCE));
    Sample base = sample(IntStream.range(0, TIME).map(i -> i % Zoo.VOCABULARY).toArray());
    for (boolean fused : new boolean[] {true, false}) {
      try (TransformerModel model =
          fused
              ? TransformerModel.of(spec, Zoo.shaken(spec, 1), Hardware.CPU)
              : TransformerModel.plain(spec, Zoo.shaken(spec, 1), Hardware.CPU)) {
        double[] before = Zoo.doubles(model.logits(base));
        for (int changed = 0; changed < TIME; changed++) {
          int[] ids = base.tokens();
          ids[changed] = (ids[changed] + 1) % Zoo.VOCABULARY;
          double[] after = Zoo.doubles(model.logits(sample(ids)));
          for (int at = 0; at < TIME; at++) {
            boolean seen = at == changed || rule.allows(base, at, changed);
            assertThat(Arrays.equals(row(before, at), row(after, at)))
                .as("%s: %d at %d", name, changed, at)
                .isEqualTo(!seen);
          }
        }
      }
    }
  }

  private static double[] row(double[] logits, int at) {
    return Arrays.copyOfRange(logits, at * Zoo.CLASSES, (at + 1) * Zoo.CLASSES);
  }

  private static Sample sample(int[] ids) {
    return Sample.of(ids)
        .withAxis(IntStream.range(0, TIME).map(i -> i / 2).toArray())
        .withAxis(IntStream.range(0, TIME).map(i -> i % 3).toArray())
        .withPrefix(3)
        .withLinks(
            IntStream.range(0, TIME)
                .mapToObj(i -> new int[] {(i * 5 + 2) % TIME, TIME - 1 - i})
                .toList());
  }

  /// Padding is not seen either: a sample alone and one in a batch of longer ones agree.
  @ParameterizedTest
  @MethodSource("rules")
  void paddingChangesNothing(String name) {
    TransformerSpec spec = Zoo.of(Zoo.seeing(Zoo.visibilities().get(name)));
    List<Sample> samples = Zoo.samples(spec, 4, 2);
    try (TransformerModel model = TransformerModel.of(spec, Zoo.shaken(spec, 1), Hardware.CPU)) {
      List<double[]> together = model.logits(samples).stream().map(Zoo::doubles).toList();
      for (int i = 0; i < samples.size(); i++) {
        assertThat(together.get(i))
            .containsExactly(Zoo.doubles(model.logits(samples.get(i))), within(2e-5));
      }
    }
  }

  /// What a decoder reads is seen from everywhere, the padding beside it from nowhere.
  @Test
  void aSourceIsSeenWithoutItsPadding() {
    TransformerSpec spec = Zoo.pair();
    List<Sample> samples = Zoo.samples(spec, 4, 3);
    try (TransformerModel model = TransformerModel.of(spec, Zoo.shaken(spec, 1), Hardware.CPU)) {
      List<double[]> together = model.logits(samples).stream().map(Zoo::doubles).toList();
      for (int i = 0; i < samples.size(); i++) {
        assertThat(together.get(i))
            .containsExactly(Zoo.doubles(model.logits(samples.get(i))), within(2e-5));
      }
      Sample first = samples.getFirst();
      Sample read = first.source().orElseThrow();
      int[] ids = read.tokens();
      ids[ids.length - 2] = (ids[ids.length - 2] + 1) % Zoo.VOCABULARY; // of the last position
      double[] before = Zoo.doubles(model.logits(first));
      double[] after = Zoo.doubles(model.logits(first.withSource(Sample.of(read.length(), ids))));
      for (int at = 0; at < first.length(); at++) {
        assertThat(row(before, at)).isNotEqualTo(row(after, at));
      }
    }
  }
}
