package dev.lockstep.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.execute.Toy;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.verify.Proportion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopedLearnerTest {
  private static final Toy TOY = Toy.INCREMENT;
  private static final LearningPlan SHORT = ToyModel.PLAN.withSteps(300);

  @Test
  void everyWindowIsLearnedAndTheFiguresAreKeptApart() {
    List<Progress.Report> reports = new ArrayList<>();
    try (LoopedLearner learner = ToyModel.learner(TOY, ToyModel.PLAN)) {
      LoopedFigures figures = learner.learn(reports::add, () -> false).orElseThrow();

      LoopedFigures.Standing end = figures.afterCounterexamples();
      assertThat(end.leastMargin()).isGreaterThan(ToyModel.PLAN.margin());
      assertThat(end.seen().plus(end.unseen())).isEqualTo(new Proportion(270, 270));
      assertThat(figures.traces().runs()).isEqualTo(5);
      assertThat(figures.traces().windows()).isEqualTo(figures.fromTraces().seen().total());
      assertThat(figures.fromTraces().unseen().right())
          .isLessThan(figures.fromTraces().unseen().total());
      assertThat(figures.counterexamples()).isPositive();
      assertThat(figures.curve()).isEqualTo(reports);
      assertThat(figures.json().path("fromTraces").path("unseen").path("of").asLong())
          .isEqualTo(270 - figures.traces().windows());
    }
  }

  @Test
  void theSeedDeterminesTheWeights() {
    String once = weights(SHORT);

    assertThat(weights(SHORT)).isEqualTo(once);
    assertThat(weights(SHORT.withSeed(8))).isNotEqualTo(once);
  }

  @Test
  void whatWasStoppedGoesOnAsIfItHadNot(@TempDir Path folder) {
    Path checkpoint = folder.resolve("checkpoint");
    String whole = weights(SHORT);
    for (int stop = 1; stop <= 5; stop += 2) {
      List<Progress.Report> reports = new ArrayList<>();
      int rounds = stop;
      try (LoopedLearner first = ToyModel.learner(TOY, SHORT)) {
        assertThat(first.learn(reports::add, () -> reports.size() == rounds)).isEmpty();
        first.save(checkpoint);
      }
      assertThat(LoopedLearner.planOf(checkpoint)).isEqualTo(SHORT);
      try (LoopedLearner second =
          LoopedLearner.resume(
              ToyModel.lesson(TOY), ToyModel.hash(TOY), checkpoint, Hardware.CPU)) {
        assertThat(second.steps()).isEqualTo(reports.getLast().step());
        LoopedFigures figures = second.learn(Progress.silent(), () -> false).orElseThrow();
        assertThat(second.model().weights().sha256()).as("stopped at %s", stop).isEqualTo(whole);
        assertThat(figures.curve()).startsWith(reports.toArray(Progress.Report[]::new));
      }
    }
  }

  @Test
  void aCheckpointOfAnotherProgramIsRefused(@TempDir Path folder) {
    Toy other = TOY.without("b1");
    try (LoopedLearner learner = ToyModel.learner(TOY, SHORT)) {
      assertThat(learner.learn(Progress.silent(), () -> true)).isEmpty();
      learner.save(folder.resolve("checkpoint"));
    }

    assertThatThrownBy(
            () ->
                LoopedLearner.resume(
                    ToyModel.lesson(other),
                    ToyModel.hash(other),
                    folder.resolve("checkpoint"),
                    Hardware.CPU))
        .isInstanceOf(ModelFileError.class)
        .hasMessageEndingWith("checkpoint: the training of another program");
    assertThatThrownBy(() -> LoopedLearner.planOf(folder))
        .isInstanceOf(ModelFileError.class)
        .hasMessageEndingWith("no training to resume: it has no learning.json");
  }

  private static String weights(LearningPlan plan) {
    try (LoopedLearner learner = ToyModel.learner(TOY, plan)) {
      assertThat(learner.learn(Progress.silent(), () -> false)).isPresent();
      return learner.model().weights().sha256();
    }
  }
}
