package dev.lockstep.neural.training;

import java.time.Duration;

/// What a training may spend; it ends with the first that is reached.
///
/// @param steps at most the plan's, where that is less
/// @param examples examples or, for sequences, asked positions
/// @param cpuSeconds of the whole process
public record Limits(long steps, long examples, double cpuSeconds, Duration wall) {
  /// Only the plan ends it.
  public static final Limits NONE =
      new Limits(
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Double.POSITIVE_INFINITY,
          Duration.ofSeconds(Long.MAX_VALUE));

  public Limits {
    if (steps < 0 || examples < 0 || !(cpuSeconds >= 0) || wall.isNegative()) {
      throw new IllegalArgumentException("expected limits from 0");
    }
  }

  public Limits withSteps(long most) {
    return new Limits(most, examples, cpuSeconds, wall);
  }

  public Limits withExamples(long most) {
    return new Limits(steps, most, cpuSeconds, wall);
  }

  public Limits withCpuSeconds(double most) {
    return new Limits(steps, examples, most, wall);
  }

  public Limits withWall(Duration most) {
    return new Limits(steps, examples, cpuSeconds, most);
  }
}
