package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrainingPlanTest {

  @Test
  void theRateRisesThenFalls() {
    TrainingPlan cosine = plan(Decay.COSINE);
    assertThat(cosine.rate(0)).isCloseTo(0.01 / 11, within(1e-12));
    assertThat(cosine.rate(9)).isCloseTo(0.1 / 11, within(1e-12));
    assertThat(cosine.rate(10)).isEqualTo(0.01);
    assertThat(cosine.rate(60)).isCloseTo(0.005, within(1e-12));
    assertThat(cosine.rate(110)).isCloseTo(0, within(1e-12));
    assertThat(plan(Decay.LINEAR).rate(35)).isCloseTo(0.0075, within(1e-12));
    assertThat(plan(Decay.LINEAR).rate(1000)).isEqualTo(0);
    assertThat(plan(Decay.CONSTANT).rate(1000)).isEqualTo(0.01);
  }

  @Test
  void plansThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingPlan(1, 0, 1, 1, 0, Decay.LINEAR, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingPlan(1, 5, 1, 1, 6, Decay.LINEAR, 0, 1))
        .withMessageContaining("`warmUp` from 0 to 5, found 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingPlan(1, 5, 1, Double.NaN, 0, Decay.LINEAR, 0, 1))
        .withMessageContaining("NaN");
  }

  private static TrainingPlan plan(Decay decay) {
    return new TrainingPlan(1, 110, 8, 0.01, 10, decay, 0, 1);
  }
}
