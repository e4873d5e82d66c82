package dev.lockstep.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.neural.Decay;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.TrainingPlan;
import dev.lockstep.neural.decoding.Task;
import dev.lockstep.neural.decoding.Writer;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Ten thousand steps and ten thousand texts: no array stays open, and memory stays flat.
class LongRunTest {
  private static final TransformerSpec TINY =
      TransformerSpec.decoder(3, 3, 4, 1, 1, new Positions.Rotary(100, Zoo.ORDER));

  @Test
  @EnabledOnOs(OS.LINUX)
  void nothingNativeIsLeftBehind() throws IOException {
    TrainingPlan plan = new TrainingPlan(1, 10_000, 1, 1e-3, 0, Decay.CONSTANT, 0, 1);
    try (TransformerModel model = TransformerModel.seeded(TINY, 1, Hardware.CPU);
        TransformerTrainer trainer = new TransformerTrainer(model, plan)) {
      trainer.pool(List.of(Sample.of(0, 1, 2).withTargets(1, 2, 0)));
      Writer writer = new Writer(model);
      work(trainer, writer, 1_000); // fills caches and compiles
      int arrays = model.network().manager().getManagedArrays().size();
      long kilobytes = residentKilobytes();
      work(trainer, writer, 9_000);
      assertThat(trainer.step()).isEqualTo(10_000);
      assertThat(model.network().manager().getManagedArrays()).hasSize(arrays);
      // A leak of one small array a step would be several times as much.
      assertThat(residentKilobytes() - kilobytes).isLessThan(48 * 1024);
    }
  }

  private static void work(TransformerTrainer trainer, Writer writer, int times) {
    Task task = Task.of(List.of(new int[] {1}), 2, -1);
    for (int i = 0; i < times; i++) {
      trainer.advance(1);
      writer.write(task);
    }
  }

  private static long residentKilobytes() throws IOException {
    System.gc(); // so that what is measured is what is held
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anArrayCannotLeaveItsCall() {
    try (TransformerModel model = TransformerModel.seeded(TINY, 1, Hardware.CPU)) {
      assertThatThrownBy(() -> model.network().reading(own -> own.create(1f)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("cannot leave");
    }
  }

  @Test
  void aClosedModelSaysSo() {
    TransformerModel model = TransformerModel.seeded(TINY, 1, Hardware.CPU);
    model.close();
    assertThatThrownBy(() -> model.logits(Sample.of(0, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    model.close(); // twice is once
  }
}
