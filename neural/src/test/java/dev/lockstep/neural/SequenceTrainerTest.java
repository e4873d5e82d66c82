package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceTrainerTest {
  private static final SequenceSpec SPEC = Fixtures.sequence(PositionScheme.LEARNED);
  private static final TrainingPlan PLAN =
      new TrainingPlan(3, 300, 8, 1e-2, 10, Decay.LINEAR, 0, 1);

  @Test
  void learnsAFewSequencesByHeartAndOnlyWhereThereAreTargets() {
    Sequences pool = pool(6);
    try (SequenceModel model = SequenceModel.seeded(SPEC, 1, Hardware.CPU);
        SequenceTrainer trainer = new SequenceTrainer(model, PLAN)) {
      trainer.pool(pool);
      Metrics first = trainer.advance(1);
      assertThat(first.loss()).isBetween(1.0, 4.0);
      assertThat(first.examples()).isBetween(8L * 2, 8L * 20);
      trainer.advance(285);
      Metrics last = trainer.advance(14);
      assertThat(last.loss()).isLessThan(0.01);
      assertThat(last.accuracy()).isEqualTo(1);
      assertThat(last.step()).isEqualTo(300);
    }
  }

  @Test
  void aResumedTrainingGoesOnBitForBit(@TempDir Path directory) {
    Sequences pool = pool(20);
    Weights unbroken;
    try (SequenceModel model = SequenceModel.seeded(SPEC, 1, Hardware.CPU);
        SequenceTrainer trainer = new SequenceTrainer(model, PLAN)) {
      trainer.pool(pool);
      trainer.advance(9);
      trainer.save(directory);
      trainer.advance(12);
      unbroken = model.weights();
    }
    try (SequenceTrainer trainer = SequenceTrainer.resume(directory, Hardware.CPU);
        SequenceModel model = trainer.model()) {
      trainer.pool(pool);
      trainer.advance(12);
      assertThat(model.weights()).isEqualTo(unbroken);
    }
  }

  @Test
  void fewLengthsOccur() {
    assertThat(IntStream.rangeClosed(1, 96).map(n -> SequenceTrainer.padded(n, 96)).distinct())
        .containsExactly(8, 12, 16, 24, 32, 48, 64, 96);
    assertThat(SequenceTrainer.padded(70, 80)).isEqualTo(80);
  }

  @Test
  void poolsThatMakeNoSenseAreRefused() {
    try (SequenceModel model = SequenceModel.seeded(SPEC, 1, Hardware.CPU);
        SequenceTrainer trainer = new SequenceTrainer(model, PLAN)) {
      assertThatIllegalStateException().isThrownBy(() -> trainer.advance(1));
      Sequences untargeted = pool(2).add(new int[4], new int[2]);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> trainer.pool(untargeted))
          .withMessage("sequence 2 has no target");
    }
  }

  /// Sequences of 4 to 20 positions; the first half of each, a prompt, has no targets.
  private static Sequences pool(int count) {
    SplittableRandom random = new SplittableRandom(17);
    Sequences pool = new Sequences(SPEC);
    for (int i = 0; i < count; i++) {
      int length = random.nextInt(4, 21);
      int[] targets = random.ints(length, 0, SPEC.classes()).toArray();
      Arrays.fill(targets, 0, length / 2, Sequences.NO_TARGET);
      pool.add(
          Fixtures.tuples(random, SPEC.tokenFeatures(), length),
          Fixtures.tuples(random, SPEC.queryFeatures(), length),
          targets);
    }
    return pool;
  }
}
