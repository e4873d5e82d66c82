package dev.lockstep.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.ComputeDevice;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.Network;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.FeedForward;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients by formula are the engine's, in whatever portions they are computed.
class FormulaTest {
  /// Samples of at most 8 positions: all at once or one by one or in pairs, in blocks of queries
  /// that do and do not divide them, and with fused attention.
  private static final List<Formula> PORTIONS =
      List.of(
          new Formula(1_024, 64, 512),
          new Formula(1, 3, 512),
          new Formula(16, 4, 512),
          new Formula(16, 8, 512),
          new Formula(24, 1, 512),
          new Formula(16, 4, 0));

  private static Stream<String> covered() {
    return Zoo.all().entrySet().stream()
        .filter(entry -> Formula.of(entry.getValue(), Hardware.CPU).isPresent())
        .map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("covered")
  void gradientsAreTheEngines(String kind) {
    TransformerSpec spec = Zoo.all().get(kind).doubled();
    try (Network network =
        new Network(
            spec,
            Zoo.shaken(spec, 5),
            ComputeDevice.first(Hardware.CPU),
            "attention.py",
            "transformer.py",
            "formula_attention.py",
            "formula.py")) {
      for (int count : new int[] {1, 5}) {
        List<Sample> samples = Zoo.samples(spec, count, 6);
        List<double[]> expected = gradients(spec, network, Optional.empty(), samples);
        for (Formula portions : PORTIONS) {
          List<double[]> found = gradients(spec, network, Optional.of(portions), samples);
          assertThat(found).hasSameSizeAs(expected);
          for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i))
                .as("%s, tensor %d", portions, i - 1)
                .containsExactly(expected.get(i), within(1e-12));
          }
        }
      }
    }
  }

  private static List<double[]> gradients(
      TransformerSpec spec, Network network, Optional<Formula> formula, List<Sample> samples) {
    FusedRoute route = new FusedRoute(network, spec, formula);
    return TransformerKernelTest.gradients(new TransformerModel(spec, route), samples);
  }

  /// What usual decoders and encoders are made of has formulas; the rest is the engine's to do.
  @Test
  void coversWhatItSays() {
    assertThat(covered())
        .contains("causal", "everything", "prefix", "learned", "rotary", "alibi", "log length")
        .contains("relu", "float64")
        .doesNotContain("clipped bias", "leftmost", "average", "gated", "looped", "adaptive")
        .doesNotContain("halt token", "encoder and decoder");
    TransformerSpec usual = Zoo.of(Zoo.stack());
    assertThat(Formula.of(usual, Hardware.CPU)).isPresent();
    assertThat(Formula.of(usual, Hardware.GPU)).isEmpty();
    for (Norm.Kind kind : Norm.Kind.values()) {
      for (Norm.Placed placed : Norm.Placed.values()) {
        Norm norm = new Norm(kind, placed);
        assertThat(Formula.of(Zoo.of(Zoo.stack().with(norm)), Hardware.CPU).isPresent())
            .as(norm.toString())
            .isEqualTo(norm.equals(Norm.PRE));
      }
    }
    FeedForward gated = new FeedForward(12, Activation.RELU, true);
    assertThat(Formula.of(Zoo.of(Zoo.stack().with(gated)), Hardware.CPU)).isEmpty();
    Depth twice = new Depth.Fixed(2, false);
    assertThat(Formula.of(Zoo.of(Zoo.stack().with(twice)), Hardware.CPU)).isEmpty();
  }

  @Test
  void portionsAreWholeSamples() {
    Formula formula = new Formula(1_000, 64, 512);
    assertThat(formula.portions(128)).containsExactly(7, 64);
    assertThat(formula.portions(512)).containsExactly(1, 64);
    assertThat(formula.portions(513)).containsExactly(1, 0);
    assertThat(formula.portions(4_096)).containsExactly(1, 0);
  }
}
