package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Nothing native outlives its owner, however long a program runs.
class OwnershipTest {
  private static final LocalSpec TINY =
      new LocalSpec(List.of(2), List.of(2), 1, 2, 4, 1, 1, 4, Activation.RELU);

  @Test
  @EnabledOnOs(OS.LINUX)
  void longTrainingAndManyQuestionsLeaveMemoryFlat() throws IOException {
    VisibleSets sets =
        new VisibleSets(TINY).add(new int[] {0}, new int[] {1}).add(new int[1], new int[1]);
    TrainingPlan plan = new TrainingPlan(1, 10_000, 2, 1e-3, 0, Decay.CONSTANT, 0, 1);
    try (LocalModel model = LocalModel.seeded(TINY, 1, Hardware.CPU);
        LocalTrainer trainer = new LocalTrainer(model, plan)) {
      trainer.pool(sets, new int[] {0, 1}, new int[2]);
      work(trainer, sets, 1_000); // fills caches and compiles
      long arrays = arrays(model);
      long kilobytes = residentKilobytes();
      work(trainer, sets, 9_000);
      assertThat(trainer.step()).isEqualTo(10_000);
      assertThat(arrays(model)).isEqualTo(arrays);
      // A leak of one small array a step would be several times as much.
      assertThat(residentKilobytes() - kilobytes).isLessThan(48 * 1024);
    }
  }

  private static void work(LocalTrainer trainer, VisibleSets sets, int times) {
    for (int i = 0; i < times; i++) {
      trainer.model().logits(sets);
      if (i % 10 == 0) {
        trainer.advance(10);
      }
      if (i % 500 == 0) {
        trainer.pool(sets, new int[] {0, 1}, new int[2]);
      }
    }
  }

  @Test
  void closingAModelFreesWhatItOwned() {
    LocalModel model = LocalModel.seeded(TINY, 1, Hardware.CPU);
    LocalTrainer trainer =
        new LocalTrainer(model, new TrainingPlan(1, 9, 2, 1e-3, 0, Decay.CONSTANT, 0, 1));
    trainer.pool(new VisibleSets(TINY).add(new int[1], new int[1]), new int[1], new int[1]);
    trainer.advance(3);
    model.close();
    assertThat(model.network().manager().isOpen()).isFalse();
    trainer.close(); // after its model: nothing left to do
  }

  /// The arrays that live as long as the model; those of calls that have ended are gone.
  private static int arrays(LocalModel model) {
    return model.network().manager().getManagedArrays().size();
  }

  private static long residentKilobytes() throws IOException {
    System.gc(); // so that what is measured is what is held
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
