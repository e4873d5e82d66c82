package dev.lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {
  /// The interval's definition: at its lower end, as many right or more have probability 2.5 %.
  @Test
  void theEndsHaveTheProbabilityThatDefinesThem() {
    for (int total = 1; total <= 40; total++) {
      for (int right = 1; right <= total; right++) {
        Proportion proportion = new Proportion(right, total);
        assertThat(atLeast(right, total, proportion.low()))
            .as("%s of %s", right, total)
            .isCloseTo(0.025, within(1e-6));
        assertThat(proportion.low()).isLessThan(proportion.rate());
        assertThat(proportion.high()).isGreaterThanOrEqualTo(proportion.rate());
        assertThat(new Proportion(total - right, total).high())
            .isCloseTo(1 - proportion.low(), within(1e-9));
      }
    }
  }

  @Test
  void sixteenOfSixteenProvesLittle() {
    assertThat(new Proportion(16, 16).describe()).isEqualTo("16 of 16 (79.40 % to 100 %)");
    assertThat(new Proportion(0, 16).describe()).isEqualTo("0 of 16 (0 % to 20.60 %)");
    assertThat(new Proportion(0, 0).describe()).isEqualTo("0 of 0 (0 % to 100 %)");
  }

  @Test
  void largeCountsAreNoTrouble() {
    Proportion half = new Proportion(5_000_000, 10_000_000);
    assertThat(half.low()).isBetween(0.4996, 0.5);
    assertThat(half.high()).isBetween(0.5, 0.5004);
  }

  /// The chance of `right` or more of `total`, summed term by term.
  private static double atLeast(int right, int total, double rate) {
    double sum = 0;
    for (int k = right; k <= total; k++) {
      double ways = 1;
      for (int i = 0; i < k; i++) {
        ways *= (double) (total - i) / (i + 1);
      }
      sum += ways * Math.pow(rate, k) * Math.pow(1 - rate, total - k);
    }
    return sum;
  }
}
