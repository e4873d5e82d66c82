package dev.lockstep.learn;

import dev.lockstep.machine.ProgramHash;
import dev.lockstep.neural.Hardware;
import java.time.Duration;

/// Turns wall time into a number of steps, once and before training: the number is recorded and
/// repeats the training on any machine, the time does not.
public final class StepBudget {
  private static final int MOST = 1_000_000;
  private static final int TRIED = 200;

  private StepBudget() {}

  /// About how many steps, surveys included, fit into `budget` here; at least 100.
  public static int steps(
      Lesson<?, ?> lesson, LearningPlan plan, ProgramHash program, Duration budget, Hardware on) {
    try (LoopedLearner trial =
        LoopedLearner.start(lesson, plan.withSteps(TRIED).withSureness(1e9), program, on)) {
      long[] first = new long[2]; // nanoseconds and steps at the end of the first round
      long start = System.nanoTime();
      var _ =
          trial.learn(
              report -> {
                if (first[1] == 0) {
                  first[0] = System.nanoTime(); // the first round also warms up
                  first[1] = report.step();
                }
              },
              () -> false);
      long end = System.nanoTime();
      long steps = trial.steps() - first[1];
      double each = steps > 0 ? (end - first[0]) / (double) steps : (end - start) / (double) TRIED;
      double left = budget.toNanos() - (double) (end - start);
      return (int) Math.clamp(left / each, 100, MOST);
    }
  }
}
