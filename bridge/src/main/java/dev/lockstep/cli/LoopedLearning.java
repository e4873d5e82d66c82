package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.learn.LearningPlan;
import dev.lockstep.learn.Lesson;
import dev.lockstep.learn.LoopedFigures;
import dev.lockstep.learn.LoopedLearner;
import dev.lockstep.learn.LoopedModels;
import dev.lockstep.learn.Progress;
import dev.lockstep.learn.StepBudget;
import dev.lockstep.machine.Value;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// `lockstep learn` for looped executors.
final class LoopedLearning<P, C, D> implements Learning {
  private final Loaded<P, C, D> loaded;
  private final LearnCommand.Wish wish;
  private final Optional<List<Value>> inputs;
  private final Terminal terminal;
  private final Hardware hardware = Hardware.best();

  /// @param inputs to trace, where the user gave them
  LoopedLearning(
      Loaded<P, C, D> loaded,
      LearnCommand.Wish wish,
      Optional<List<Value>> inputs,
      Terminal terminal) {
    this.loaded = loaded;
    this.wish = wish;
    this.inputs = inputs;
    this.terminal = terminal;
  }

  @Override
  public int learn(BooleanSupplier stop) {
    LearningPlan plan =
        wish.resume() ? LoopedLearner.planOf(wish.checkpoint()) : plan(LearningPlan.DEFAULT);
    try (LoopedLearner learner = learner(plan)) {
      Learning.announce(terminal, loaded, plan.steps(), plan.seed(), Arithmetic.of(hardware));
      Optional<LoopedFigures> figures;
      try (TrainingLine line = new TrainingLine(terminal, plan.steps(), "cells")) {
        Progress saving = Learning.saving(line, () -> learner.save(wish.checkpoint()));
        figures = learner.learn(saving, stop);
      }
      if (figures.isEmpty()) {
        learner.save(wish.checkpoint());
        return Learning.interrupted(terminal, learner.steps());
      }
      LoopedModels.write(
          wish.output(),
          loaded.language(),
          loaded.source(),
          loaded.program(),
          learner.model(),
          plan,
          figures.get());
      wish.forgetCheckpoint();
      report(learner, plan, figures.get());
      return ExitCode.DONE;
    }
  }

  private LoopedLearner learner(LearningPlan plan) {
    return wish.resume()
        ? LoopedLearner.resume(lesson(plan), loaded.hash(), wish.checkpoint(), hardware)
        : LoopedLearner.start(lesson(plan), plan, loaded.hash(), hardware);
  }

  private Lesson<C, D> lesson(LearningPlan plan) {
    Lesson<C, D> drawn = Lesson.of(loaded.language(), loaded.program(), plan);
    return inputs.map(given -> new Lesson<>(drawn.machine(), drawn.layout(), given)).orElse(drawn);
  }

  /// The default plan with the user's seed and steps; where they gave a time, a short trial says
  /// how many steps fit into it.
  private LearningPlan plan(LearningPlan standard) {
    LearningPlan seeded = standard.withSeed(wish.seed());
    if (wish.steps().isPresent()) {
      return seeded.withSteps(Math.toIntExact(wish.steps().getAsLong()));
    }
    return wish.time().map(time -> seeded.withSteps(stepsWithin(time, seeded))).orElse(seeded);
  }

  private int stepsWithin(Duration time, LearningPlan plan) {
    return StepBudget.steps(lesson(plan), plan, loaded.hash(), time, hardware);
  }

  private void report(LoopedLearner learner, LearningPlan plan, LoopedFigures figures) {
    if (wish.json()) {
      ObjectNode node = Learning.summary(loaded, wish, learner.steps(), plan.seed());
      node.put("weights", learner.model().weights().sha256()).set("figures", figures.json());
      terminal.out().println(node);
      return;
    }
    LoopedFigures.Standing traces = figures.fromTraces();
    LoopedFigures.Standing end = figures.afterCounterexamples();
    terminal
        .out()
        .printf(
            Locale.ROOT,
            """
            %s: %,d steps, seed %d
              traced:               %,d runs, %,d steps, %,d different windows
              from traces alone:    %s of the windows never seen are right
              counterexamples:      %,d added
              at the end:           %s seen and %s never seen are right, least margin %.2f
            """,
            wish.output(),
            learner.steps(),
            plan.seed(),
            figures.traces().runs(),
            figures.traces().steps(),
            figures.traces().windows(),
            traces.unseen().describe(),
            figures.counterexamples(),
            end.seen().describe(),
            end.unseen().describe(),
            end.leastMargin());
  }
}
