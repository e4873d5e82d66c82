package dev.lockstep.verify;

import java.util.Locale;
import org.hipparchus.distribution.continuous.BetaDistribution;

/// So many of so many, with the exact interval of Clopper and Pearson (1934) for the rate behind
/// it.
public record Proportion(long right, long total) {
  private static final double TAIL = 0.025; // two-sided 95 %

  public Proportion {
    if (right < 0 || total < right) {
      throw new IllegalArgumentException(right + " of " + total);
    }
  }

  public Proportion plus(Proportion other) {
    return new Proportion(right + other.right, total + other.total);
  }

  /// In `[0, 1]`; 1 where there is nothing to count.
  public double rate() {
    return total == 0 ? 1 : (double) right / total;
  }

  /// Lower end of the exact 95 % interval.
  public double low() {
    if (right == 0) {
      return 0;
    }
    return right == total
        ? Math.pow(TAIL, 1.0 / total)
        : new BetaDistribution(right, total - right + 1.0).inverseCumulativeProbability(TAIL);
  }

  /// Upper end of the exact 95 % interval.
  public double high() {
    return total == 0 ? 1 : 1 - new Proportion(total - right, total).low();
  }

  /// `16 of 16 (79.41 % to 100 %)`; rounded outwards, so that nothing is overstated.
  public String describe() {
    return right + " of " + total + " (" + percent(low(), -1) + " to " + percent(high(), 1) + ")";
  }

  private static String percent(double rate, int outwards) {
    double hundredths = rate * 10_000;
    double rounded = (outwards < 0 ? Math.floor(hundredths) : Math.ceil(hundredths)) / 100;
    return rounded == Math.rint(rounded)
        ? String.format(Locale.ROOT, "%.0f %%", rounded)
        : String.format(Locale.ROOT, "%.2f %%", rounded);
  }
}
