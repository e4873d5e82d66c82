package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.learn.Progress;
import dev.lockstep.learn.ScratchpadFigures;
import dev.lockstep.learn.ScratchpadLearner;
import dev.lockstep.learn.ScratchpadModels;
import dev.lockstep.learn.ScratchpadPlan;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import dev.lockstep.notation.Spelt;
import dev.lockstep.verify.Proportion;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// `lockstep learn` for scratchpad executors.
final class ScratchpadLearning<P, C, D> implements Learning {
  private static final double LEAST_STEPS = 40;
  private static final double MOST_STEPS = 1_000_000;

  private final Loaded<P, C, D> loaded;
  private final Spelt<C, D> spelt;
  private final LearnCommand.Wish wish;
  private final ScratchpadPlan standard;
  private final Terminal terminal;
  private final Hardware hardware = Hardware.best();

  ScratchpadLearning(
      Loaded<P, C, D> loaded,
      Spelt<C, D> spelt,
      LearnCommand.Wish wish,
      ScratchpadPlan standard,
      Terminal terminal) {
    this.loaded = loaded;
    this.spelt = spelt;
    this.wish = wish;
    this.standard = standard;
    this.terminal = terminal;
  }

  @Override
  public int learn(BooleanSupplier stop) {
    ScratchpadPlan plan =
        wish.resume() ? ScratchpadLearner.planOf(wish.checkpoint()) : wished(standard, stop);
    try (ScratchpadLearner<C, D> learner = learner(plan)) {
      Learning.announce(terminal, loaded, plan.steps(), plan.seed(), Arithmetic.of(hardware));
      Optional<ScratchpadFigures> figures;
      try (TrainingLine line = new TrainingLine(terminal, plan.steps(), "tokens")) {
        Progress saving = Learning.saving(line, () -> learner.save(wish.checkpoint()));
        figures = learner.learn(saving, stop);
      }
      if (figures.isEmpty()) {
        learner.save(wish.checkpoint());
        return Learning.interrupted(terminal, learner.steps());
      }
      ScratchpadModels.write(
          wish.output(),
          loaded.language(),
          loaded.source(),
          loaded.program(),
          spelt,
          learner,
          plan,
          figures.get(),
          hardware);
      wish.forgetCheckpoint();
      report(learner, plan, figures.get());
      return ExitCode.DONE;
    }
  }

  private ScratchpadLearner<C, D> learner(ScratchpadPlan plan) {
    return wish.resume()
        ? ScratchpadLearner.resume(spelt, loaded.hash(), wish.checkpoint(), hardware)
        : ScratchpadLearner.start(spelt, plan, loaded.hash(), hardware);
  }

  private ScratchpadPlan wished(ScratchpadPlan plan, BooleanSupplier stop) {
    ScratchpadPlan seeded = plan.withSeed(wish.seed());
    if (wish.steps().isPresent()) {
      return seeded.withSteps(Math.toIntExact(wish.steps().getAsLong()));
    }
    return wish.time()
        .map(time -> seeded.withSteps(stepsWithin(time, seeded, stop)))
        .orElse(seeded);
  }

  /// How many steps fit into `time` here, by short trials: one to warm up, two of different lengths
  /// to tell what a step costs from what a training costs. The number is recorded; the time is not.
  private int stepsWithin(Duration time, ScratchpadPlan plan, BooleanSupplier stop) {
    double begun = seconds(plan, 20, stop);
    double few = seconds(plan, 40, stop);
    double more = seconds(plan, 120, stop);
    double each = Math.max((more - few) / 80, more / 1000);
    double left = time.toMillis() / 1e3 - begun - few - more - Math.max(0, few - 40 * each);
    return (int) Math.clamp(left / each, LEAST_STEPS, MOST_STEPS);
  }

  private double seconds(ScratchpadPlan plan, int steps, BooleanSupplier stop) {
    long begun = System.nanoTime();
    try (ScratchpadLearner<C, D> trial =
        ScratchpadLearner.start(spelt, plan.withSteps(steps), loaded.hash(), hardware)) {
      var _ = trial.learn(Progress.silent(), stop);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private void report(
      ScratchpadLearner<C, D> learner, ScratchpadPlan plan, ScratchpadFigures figures) {
    if (wish.json()) {
      ObjectNode node = Learning.summary(loaded, wish, learner.steps(), plan.seed());
      node.put("weights", learner.weights().sha256()).set("figures", figures.json());
      terminal.out().println(node);
      return;
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            """
            %s: %,d steps, seed %d
              traced:               %,d runs, %,d tokens, %,d different visible sets
              from traces alone:    %s whole runs not trained on are right
              counterexamples:      %,d runs added
              at the end:           %s whole runs not trained on are right
            """,
            wish.output(),
            learner.steps(),
            plan.seed(),
            figures.heard().runs(),
            figures.heard().tokens(),
            figures.heard().examples(),
            described(figures.fromTraces()),
            figures.counterexamples(),
            described(figures.afterCounterexamples()));
  }

  private static String described(ScratchpadFigures.Standing standing) {
    return new Proportion(standing.whole().right(), standing.whole().total()).describe();
  }
}
