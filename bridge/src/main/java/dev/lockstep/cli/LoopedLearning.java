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
import dev.lockstep.machine.ValueJson;
import dev.lockstep.model.AtomicDirectory;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// `lockstep learn` for looped executors.
final class LoopedLearning<P, C, D> {
  private static final int REPORTS_PER_CHECKPOINT = 20;

  private final Loaded<P, C, D> loaded;
  private final LearnCommand.Wish wish;
  private final Optional<List<Value>> inputs;
  private final Terminal terminal;
  private final boolean json;
  private final Hardware hardware = Hardware.best();

  /// @param inputs to trace, where the user gave them
  LoopedLearning(
      Loaded<P, C, D> loaded,
      LearnCommand.Wish wish,
      Optional<List<Value>> inputs,
      Terminal terminal,
      boolean json) {
    this.loaded = loaded;
    this.wish = wish;
    this.inputs = inputs;
    this.terminal = terminal;
    this.json = json;
  }

  int run() {
    try (Interruption interruption = new Interruption()) {
      int code = learn(interruption::asked);
      terminal.out().flush();
      terminal.err().flush();
      return code;
    }
  }

  /// Trains until done or until `stop` says so; then what there is stands in the checkpoint.
  int learn(BooleanSupplier stop) {
    LearningPlan plan =
        wish.resume() ? LoopedLearner.planOf(wish.checkpoint()) : plan(LearningPlan.DEFAULT);
    try (LoopedLearner learner = learner(plan)) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "learn: %s, at most %,d steps, seed %d, on %s%n",
              loaded.source().name(),
              plan.steps(),
              plan.seed(),
              Arithmetic.of(hardware));
      Optional<LoopedFigures> figures = watched(learner, plan, stop);
      if (figures.isEmpty()) {
        learner.save(wish.checkpoint());
        terminal
            .err()
            .printf(
                Locale.ROOT,
                "learn: interrupted after %,d steps; --resume goes on%n",
                learner.steps());
        return ExitCode.CHECK_FAILED;
      }
      write(learner, plan, figures.get());
      report(learner, plan, figures.get());
      return ExitCode.DONE;
    }
  }

  private Optional<LoopedFigures> watched(
      LoopedLearner learner, LearningPlan plan, BooleanSupplier stop) {
    try (TrainingLine line = new TrainingLine(terminal, plan.steps())) {
      return learner.learn(saving(learner, line), stop);
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
    return wish.seconds().map(time -> seeded.withSteps(stepsWithin(time, seeded))).orElse(seeded);
  }

  private int stepsWithin(Duration time, LearningPlan plan) {
    return StepBudget.steps(lesson(plan), plan, loaded.hash(), time, hardware);
  }

  private Progress saving(LoopedLearner learner, Progress line) {
    int[] reports = new int[1];
    return report -> {
      line.report(report);
      if (++reports[0] % REPORTS_PER_CHECKPOINT == 0) {
        learner.save(wish.checkpoint());
      }
    };
  }

  private void write(LoopedLearner learner, LearningPlan plan, LoopedFigures figures) {
    LoopedModels.write(
        wish.output(),
        loaded.language(),
        loaded.source(),
        loaded.program(),
        learner.model(),
        plan,
        figures);
    try {
      AtomicDirectory.delete(wish.checkpoint());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void report(LoopedLearner learner, LearningPlan plan, LoopedFigures figures) {
    if (json) {
      ObjectNode node = ValueJson.MAPPER.createObjectNode();
      node.put("model", wish.output().toString())
          .put("program", loaded.source().name())
          .put("steps", learner.steps())
          .put("seed", plan.seed())
          .put("weights", learner.model().weights().sha256());
      node.set("figures", figures.json());
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
