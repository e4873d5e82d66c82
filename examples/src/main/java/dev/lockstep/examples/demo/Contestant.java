package dev.lockstep.examples.demo;

import dev.lockstep.learn.Progress;
import dev.lockstep.learn.ScratchpadFigures;
import dev.lockstep.learn.ScratchpadLearner;
import dev.lockstep.learn.ScratchpadPlan;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.neural.Hardware;
import dev.lockstep.notation.Spelt;
import dev.lockstep.notation.Spelt.Content;
import java.util.List;

/// One cell of the factorial comparison in training: what is written, and what is seen. Its time is
/// the CPU time of its optimizer steps.
record Contestant<C, D>(
    Spelt<C, D> spelt, Content content, ScratchpadPlan plan, ProgramHash program) {
  /// Rates that a control is tuned over.
  static final List<Double> RATES = List.of(1e-3, 3e-3, 6e-3);

  private static final double PILOT = 0.12; // share of the time that a rate is tried for

  /// A learner at the end of its training. `close` frees its model.
  record Trained<C, D>(
      Spelt<C, D> spelt,
      ScratchpadLearner<C, D> learner,
      ScratchpadFigures figures,
      ScratchpadPlan plan,
      double seconds)
      implements AutoCloseable {
    @Override
    public void close() {
      learner.close();
    }
  }

  /// Trains for the plan's steps.
  Trained<C, D> train(Progress progress) {
    ScratchpadLearner<C, D> learner =
        ScratchpadLearner.start(spelt, plan, program, Hardware.best());
    ScratchpadFigures figures = learner.learn(progress, () -> false).orElseThrow();
    return new Trained<>(spelt, learner, figures, plan, learner.trainingSeconds());
  }

  /// Tries each learning rate for a while, then trains with the best one for about as many CPU
  /// seconds as given. The rate whose last loss is least is the best one.
  Trained<C, D> tuned(double time, Progress progress) {
    double best = RATES.getFirst();
    double least = Double.POSITIVE_INFINITY;
    double perStep = Double.POSITIVE_INFINITY; // the first pilot also warms the kernels up
    for (double rate : RATES) {
      Pace pace = pilot(rate, PILOT * time);
      perStep = Math.min(perStep, pace.perStep());
      if (pace.loss() < least) {
        least = pace.loss();
        best = rate;
      }
    }
    int steps = (int) Math.max(20, time / perStep);
    return with(plan.withLearningRate(best).withSteps(steps)).train(progress);
  }

  private Contestant<C, D> with(ScratchpadPlan other) {
    return new Contestant<>(spelt, content, other, program);
  }

  private record Pace(double loss, double perStep) {}

  /// Runs the plan at this rate until the time is over.
  private Pace pilot(double rate, double time) {
    double[] loss = {Double.POSITIVE_INFINITY};
    try (ScratchpadLearner<C, D> learner =
        ScratchpadLearner.start(spelt, plan.withLearningRate(rate), program, Hardware.best())) {
      var _ =
          learner.learn(report -> loss[0] = report.loss(), () -> learner.trainingSeconds() > time);
      return new Pace(loss[0], learner.trainingSeconds() / learner.steps());
    }
  }
}
