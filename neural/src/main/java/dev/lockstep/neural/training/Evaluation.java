package dev.lockstep.neural.training;

import java.util.function.DoubleSupplier;

/// What is measured between steps, and when it is good enough.
///
/// @param every so many steps
/// @param exact the fraction of held-out cases that are right in full
/// @param patience training ends after so many evaluations in a row at 1; 0 for never
public record Evaluation(long every, DoubleSupplier exact, int patience) {
  public Evaluation {
    if (every < 1 || patience < 0) {
      throw new IllegalArgumentException("expected every >= 1 and patience >= 0");
    }
  }
}
