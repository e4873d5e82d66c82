package dev.lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Ending;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private static final Verdict<String, String> EXACT =
      new Verdict.Exact<>(10, new Ending.Halted(), "end");
  private static final Verdict<String, String> WRONG =
      new Verdict.Diverged<>(
          3, "there", new Happening.Did<>("right"), new Happening.Ended<>(new Ending.Halted()));

  @Test
  void sumsUpByLength() {
    Score score = Score.empty().with(80, EXACT).with(8, EXACT).with(80, WRONG).with(8, EXACT);

    assertThat(score.rows())
        .containsExactly(
            new Score.Row(8, new Proportion(2, 2), 20),
            new Score.Row(80, new Proportion(1, 2), 13));
    assertThat(score.exact()).isEqualTo(new Proportion(3, 4));
    assertThat(score.steps()).isEqualTo(33);
    assertThat(score.describe()).contains("\n     8  2 of 2 (15.81 % to 100 %)  ");
  }
}
