package dev.lockstep.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.neural.ComputeDevice;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.TrainingPlan;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.transformer.Places;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Several devices are several times the CPU here, with a copy of the parameters each.
class ReplicasTest {
  /// Its places are drawn anew for each sample: the draws, too, are to be those of one device.
  private static final TransformerSpec SPEC =
      Zoo.of(Zoo.stack().with(new Positions.Learned(40, new Places.Randomised(40))));

  private static List<ComputeDevice> further(int count) {
    return Collections.nCopies(count, ComputeDevice.first(Hardware.CPU));
  }

  private static TrainingPlan plan(int parts) {
    return TrainingTest.plan(20).inParts(parts).withNoise(0.01);
  }

  private static Weights trained(int parts, int devices) {
    try (TransformerModel model = TransformerModel.seeded(SPEC, 3, Hardware.CPU);
        TransformerTrainer trainer =
            new TransformerTrainer(model, plan(parts), further(devices - 1))) {
      trainer.pool(Zoo.samples(SPEC, 30, 4));
      trainer.advance(20);
      return model.weights();
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "4, 2", "4, 3", "6, 6"})
  void theNumberOfDevicesChangesNoBit(int parts, int devices) {
    Weights one = trained(parts, 1);
    assertThat(trained(parts, devices)).isEqualTo(one);
    assertThat(one).isNotEqualTo(Weights.seeded(SPEC, 3));
  }

  @Test
  void partsAreTheWholeButForRounding() {
    Weights whole = trained(1, 1);
    Weights divided = trained(4, 3);
    whole
        .tensors()
        .forEach(
            (name, tensor) ->
                assertThat(Zoo.doubles(divided.tensors().get(name)))
                    .as(name)
                    .containsExactly(Zoo.doubles(tensor), within(1e-3)));
  }

  @Test
  void plainBlocksAreDividedToo() {
    List<Weights> after = new ArrayList<>();
    for (int devices = 1; devices <= 2; devices++) {
      try (TransformerModel model =
              TransformerModel.plain(SPEC, Zoo.shaken(SPEC, 1), Hardware.CPU);
          TransformerTrainer trainer =
              new TransformerTrainer(model, plan(2), further(devices - 1))) {
        trainer.pool(Zoo.samples(SPEC, 30, 4));
        trainer.advance(4);
        after.add(model.weights());
      }
    }
    assertThat(after.getLast()).isEqualTo(after.getFirst());
  }

  @Test
  void plainTrainingsWorkInThreadsSideBySide() {
    List<CompletableFuture<Weights>> both =
        Stream.of(1, 2)
            .map(_ -> CompletableFuture.supplyAsync(ReplicasTest::plainly, ReplicasTest::inAThread))
            .toList();
    assertThat(both.getLast().join()).isEqualTo(both.getFirst().join()).isEqualTo(plainly());
  }

  private static void inAThread(Runnable task) {
    Thread.ofPlatform().start(task);
  }

  private static Weights plainly() {
    try (TransformerModel model = TransformerModel.plain(SPEC, Zoo.shaken(SPEC, 1), Hardware.CPU);
        TransformerTrainer trainer = new TransformerTrainer(model, plan(1))) {
      trainer.pool(Zoo.samples(SPEC, 30, 4));
      trainer.advance(4);
      return model.weights();
    }
  }

  @Test
  void resumedTrainingIsBitForBitTheSame(@TempDir Path directory) {
    List<Sample> samples = Zoo.samples(SPEC, 30, 4);
    try (TransformerModel half = TransformerModel.seeded(SPEC, 3, Hardware.CPU);
        TransformerTrainer stopped = new TransformerTrainer(half, plan(3), further(1))) {
      stopped.pool(samples);
      stopped.advance(9);
      stopped.save(directory);
    }
    try (TransformerTrainer resumed =
            TransformerTrainer.resume(directory, Hardware.CPU, further(2));
        TransformerModel rest = resumed.model()) {
      resumed.pool(samples);
      resumed.advance(11);
      assertThat(rest.weights()).isEqualTo(trained(3, 1));
    }
  }

  /// The copies follow whatever happens to the model between two steps.
  @Test
  void copiesFollowTheModel() {
    List<Weights> after = new ArrayList<>();
    for (int devices = 1; devices <= 2; devices++) {
      try (TransformerModel model = TransformerModel.seeded(SPEC, 3, Hardware.CPU);
          TransformerTrainer trainer =
              new TransformerTrainer(model, plan(2), further(devices - 1));
          TransformerTrainer other = new TransformerTrainer(model, plan(1))) {
        trainer.pool(Zoo.samples(SPEC, 30, 4));
        other.pool(Zoo.samples(SPEC, 30, 5));
        trainer.advance(2);
        other.advance(2);
        trainer.advance(2);
        after.add(model.weights());
      }
    }
    assertThat(after.getLast()).isEqualTo(after.getFirst());
  }

  @Test
  void whatCannotBeDividedIsRefused() {
    try (TransformerModel model = TransformerModel.seeded(SPEC, 3, Hardware.CPU)) {
      assertThatThrownBy(() -> new TransformerTrainer(model, plan(2), further(2)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("2 parts cannot be divided among 3 devices: `inParts` makes more of them");
      List<ComputeDevice> gpu = List.of(new ComputeDevice(Hardware.GPU, 99));
      assertThatThrownBy(() -> new TransformerTrainer(model, plan(2), gpu))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the model is on the CPU");
    }
    assertThatThrownBy(() -> new ComputeDevice(Hardware.CPU, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Some parts of these batches cannot be learnt from, on whatever device they come to stand.
  @Test
  void failuresReachTheCallerAndChangeNothing() {
    List<Sample> good = Zoo.samples(SPEC, 30, 4);
    List<Sample> bad = new ArrayList<>(good);
    bad.add(Sample.of(2, new int[4]).withTargets(Zoo.CLASSES, 0)); // no such class
    bad.add(Sample.of(2, new int[] {0, 0, Zoo.VOCABULARY, 0}).withTargets(0, 0)); // no such token
    int[] strata = IntStream.range(0, 32).map(i -> Math.max(0, i - 29)).toArray();
    try (TransformerModel model = TransformerModel.seeded(SPEC, 3, Hardware.CPU);
        TransformerTrainer trainer = new TransformerTrainer(model, plan(3), further(2))) {
      trainer.pool(good);
      trainer.advance(1);
      List<Integer> open = open(trainer);
      for (int step = 1; step < 20; step++) {
        trainer.pool(bad, strata);
        assertThatThrownBy(() -> trainer.advance(1)).isInstanceOf(RuntimeException.class);
        assertThat(trainer.step()).isEqualTo(step);
        trainer.pool(good);
        trainer.advance(1);
      }
      assertThat(open(trainer)).isEqualTo(open);
      assertThat(model.weights()).isEqualTo(trained(3, 1));
    }
  }

  private static List<Integer> open(TransformerTrainer trainer) {
    return trainer.models().stream()
        .map(model -> model.network().manager().getManagedArrays().size())
        .toList();
  }

  @Test
  void stepsLeaveNothingBehind() throws InterruptedException {
    List<Thread> before = workers();
    try (TransformerModel model = TransformerModel.seeded(SPEC, 3, Hardware.CPU)) {
      List<Thread> mine;
      try (TransformerTrainer trainer = new TransformerTrainer(model, plan(3), further(2))) {
        trainer.pool(Zoo.samples(SPEC, 30, 4));
        trainer.advance(20);
        mine = workers();
        mine.removeAll(before);
        assertThat(mine).hasSize(2);
        List<Integer> open = open(trainer);
        trainer.advance(300);
        assertThat(open(trainer)).isEqualTo(open).hasSize(3);
      }
      for (Thread worker : mine) {
        worker.join(10_000);
        assertThat(worker.isAlive()).isFalse();
      }
      assertThat(model.logits(Zoo.samples(SPEC, 1, 5))).hasSize(1); // it stays open
    }
  }

  private static List<Thread> workers() {
    List<Thread> found = new ArrayList<>(Thread.getAllStackTraces().keySet());
    found.removeIf(thread -> !thread.getName().startsWith("replica-"));
    return found;
  }
}
