package dev.lockstep.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.execute.ScratchpadExecutor;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.neural.Hardware;
import dev.lockstep.notation.Spelt;
import dev.lockstep.verify.Verifier;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchpadLearnerTest {
  private static final Source PARITY =
      new Source(
          "parity.mu",
          """
          fn main(xs: [bool]) -> bool {
            var odd = false
            for x in xs {
              odd = odd != x
            }
            return odd
          }
          """);
  private static final MuLanguage MU = new MuLanguage();
  private static final MuProgram PROGRAM = MU.parse(PARITY);
  private static final Spelt<MuConfiguration, MuDelta> SPELT =
      Spelt.of(MU, PARITY, Spelt.Content.TRACE);
  private static final ProgramHash HASH = ProgramHash.of(MU, PROGRAM);
  private static final ScratchpadPlan SMALL =
      ScratchpadPlan.DEFAULT
          .withSteps(60)
          .withInputs(30, 4)
          .withBatch(64)
          .withLearningRate(1e-2)
          .withNetwork(new LearningPlan.Network(16, 2, 1, 32));

  @TempDir private Path directory;

  private static ScratchpadLearner<MuConfiguration, MuDelta> start(
      Spelt.Content content, ScratchpadPlan plan) {
    return ScratchpadLearner.start(Spelt.of(MU, PARITY, content), plan, HASH, Hardware.CPU);
  }

  @Test
  void parityIsExactFarBeyondTrainingLengthsFromDiskToo() {
    MuConfiguration start =
        MU.load(PROGRAM)
            .start(ValueJson.parse("{\"xs\": [" + "true, false, true, ".repeat(30) + "true]}"));
    Path model = directory.resolve("model");
    try (var learner = start(Spelt.Content.TRACE, SMALL.withSteps(400))) {
      ScratchpadFigures figures = learner.learn(Progress.silent(), () -> false).orElseThrow();
      assertThat(figures.heard().ambiguous()).isZero();
      assertThat(figures.afterCounterexamples().whole().right()).isEqualTo(64);
      ScratchpadModels.write(
          model, MU, PARITY, PROGRAM, SPELT, learner, SMALL, figures, Hardware.CPU);
    }
    try (var executor = new ScratchpadExecutor<>(ModelDirectory.read(model), SPELT, Hardware.CPU)) {
      var verdict = new Verifier<>(executor.truth()).verify(executor, start, Budget.DEFAULT);
      assertThat(verdict.describe()).isEqualTo("exact: 186 steps, halted");
    }
  }

  @Test
  void seedsRepeatAndCheckpointsGoOn() {
    Path checkpoint = directory.resolve("checkpoint");
    String whole;
    try (var learner = start(Spelt.Content.TRACE, SMALL)) {
      learner.learn(Progress.silent(), () -> false);
      whole = learner.weights().sha256();
    }
    try (var learner = start(Spelt.Content.TRACE, SMALL)) {
      Optional<ScratchpadFigures> figures =
          learner.learn(Progress.silent(), () -> learner.steps() >= 36);
      assertThat(figures).isEmpty();
      learner.save(checkpoint);
    }
    assertThat(ScratchpadLearner.planOf(checkpoint)).isEqualTo(SMALL);
    try (var learner = ScratchpadLearner.resume(SPELT, HASH, checkpoint, Hardware.CPU)) {
      assertThat(learner.steps()).isEqualTo(36);
      assertThat(learner.learn(Progress.silent(), () -> false)).isPresent();
      assertThat(learner.weights().sha256()).isEqualTo(whole);
    }
  }

  @Test
  void everyModeAndContentIsTrainedThroughOneDoor() {
    for (Spelt.Content content : Spelt.Content.values()) {
      for (ScratchpadPlan.Mode mode : ScratchpadPlan.Mode.values()) {
        ScratchpadPlan plan = SMALL.withMode(mode).withSteps(4).withBatch(4).withInputs(8, 2);
        try (var learner = start(content, plan)) {
          ScratchpadFigures figures = learner.learn(Progress.silent(), () -> false).orElseThrow();
          assertThat(figures.afterCounterexamples().steps()).isEqualTo(4);
          assertThat(figures.curve()).hasSize(4);
        }
      }
    }
  }
}
