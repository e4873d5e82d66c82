package dev.lockstep.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class InsideTest {
  @Test
  void everythingOnTheWayCanBeSeen() {
    TransformerSpec spec = Zoo.of(Zoo.stack().with(new Depth.Fixed(2, true)));
    Sample sample = Zoo.samples(spec, 1, 1).getFirst();
    long time = sample.length();
    try (TransformerModel model = TransformerModel.of(spec, Zoo.shaken(spec, 1), Hardware.CPU)) {
      SequencedMap<String, HostTensor> seen = model.capture(sample);
      assertThat(seen.keySet())
          .startsWith("input", "layer.0.attention.weights", "layer.0.after.attention")
          .contains("layer.1.after.feedforward#1")
          .endsWith("logits");
      HostTensor map = seen.get("layer.1.attention.weights#1");
      assertThat(map.shape()).containsExactly(1L, 2L, time, time);
      double[] weights = Zoo.doubles(map);
      for (int row = 0; row < 2 * time; row++) {
        double sum = 0;
        for (int key = 0; key < time; key++) {
          double weight = weights[row * (int) time + key];
          sum += weight;
          assertThat(key <= row % time || weight == 0).isTrue(); // causal
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
      }
      assertThat(Zoo.doubles(seen.get("logits")))
          .containsExactly(Zoo.doubles(model.logits(sample)), within(5e-5));
    }
  }

  /// Width 8, 2 heads, 10 ids: 80 for tokens, a layer of 16 + 72 + 64 + 64 + 72 + 16 + 288 + 264,
  /// and a head of 16 + 90.
  @Test
  void needsAreCounted() {
    TransformerSpec spec = TransformerSpec.decoder(10, 10, 8, 2, 1, new Positions.None());
    Needs needs = Needs.of(spec, 4, 16, 1);
    assertThat(needs.parameters()).isEqualTo(80 + 856 + 106);
    assertThat(needs.operations()).isEqualTo(6.0 * 1042 * 64 + 12.0 * 16 * 16 * 8 * 4);
    assertThat(needs.stateBytes()).isEqualTo(4 * 4 * 1042);
    assertThat(Needs.of(spec, 4, 16, 2).activationBytes()).isEqualTo(needs.activationBytes() / 2);
    assertThat(needs.describe()).startsWith("1,042 parameters");
    needs.demand(Needs.available());
    assertThatThrownBy(() -> needs.demand(1_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("this training needs about")
        .hasMessageContaining("take smaller batches");
  }

  @Test
  void theSelfCheckHolds() {
    assertThat(SelfCheck.run(Hardware.best())).hasSize(8).allMatch(SelfCheck.Result::holds);
    assertThat(new SelfCheck.Result("any", Double.NaN, 1).holds()).isFalse();
  }
}
