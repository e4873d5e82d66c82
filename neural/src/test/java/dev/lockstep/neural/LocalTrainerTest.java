package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTrainerTest {
  private static final TrainingPlan PLAN =
      new TrainingPlan(3, 400, 32, 1e-2, 10, Decay.COSINE, 1e-4, 1);

  @ParameterizedTest
  @ValueSource(ints = {3, 12})
  void learnsASmallBatchByHeart(int slots) {
    LocalSpec spec = Fixtures.local(slots, Activation.RELU);
    VisibleSets sets = new VisibleSets(spec);
    for (int i = 0; i < 25; i++) {
      sets.add(new int[] {i % 5, 0}, new int[] {i / 5, i % 3, i % 5, 2});
    }
    int[] targets = Fixtures.targets(spec.classes(), 25, 1);
    try (LocalModel model = LocalModel.seeded(spec, 2, Hardware.CPU);
        LocalTrainer trainer = new LocalTrainer(model, PLAN)) {
      trainer.pool(sets, targets, new int[25]);
      Metrics first = trainer.advance(1);
      assertThat(first.loss()).isBetween(1.0, 4.0);
      assertThat(first.examples()).isEqualTo(32);
      trainer.advance(380);
      Metrics last = trainer.advance(19);
      assertThat(last.loss()).isLessThan(0.01);
      assertThat(last.accuracy()).isEqualTo(1);
      assertThat(last.step()).isEqualTo(400);
      assertThat(model.argmax(sets)).isEqualTo(targets);
    }
  }

  @Test
  void aResumedTrainingGoesOnBitForBit(@TempDir Path directory) {
    LocalSpec spec = Fixtures.local(3, Activation.GELU);
    VisibleSets sets = Fixtures.sets(spec, 50, 7);
    int[] targets = Fixtures.targets(spec.classes(), 50, 8);
    Weights unbroken;
    try (LocalModel model = LocalModel.seeded(spec, 2, Hardware.CPU);
        LocalTrainer trainer = new LocalTrainer(model, PLAN)) {
      trainer.pool(sets, targets, targets);
      trainer.advance(23);
      trainer.save(directory);
      trainer.advance(40);
      unbroken = model.weights();
    }
    try (LocalTrainer trainer = LocalTrainer.resume(directory, Hardware.CPU);
        LocalModel model = trainer.model()) {
      assertThat(trainer.step()).isEqualTo(23);
      assertThat(trainer.plan()).isEqualTo(PLAN);
      trainer.pool(sets, targets, targets);
      trainer.advance(7); // cut otherwise than before
      trainer.advance(33);
      assertThat(model.weights()).isEqualTo(unbroken);
    }
  }

  @Test
  void aNewCheckpointReplacesTheOldOne(@TempDir Path directory) throws IOException {
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    try (LocalModel model = LocalModel.seeded(spec, 2, Hardware.CPU);
        LocalTrainer trainer = new LocalTrainer(model, PLAN)) {
      trainer.pool(Fixtures.sets(spec, 9, 1), new int[9], new int[9]);
      trainer.save(directory);
      trainer.advance(5);
      trainer.save(directory);
      try (Stream<Path> files = Files.list(directory)) {
        assertThat(files).hasSize(2);
      }
      try (LocalTrainer resumed = LocalTrainer.resume(directory, Hardware.CPU)) {
        assertThat(resumed.step()).isEqualTo(5);
        assertThat(resumed.model().weights()).isEqualTo(model.weights());
        resumed.model().close();
      }
    }
  }

  @Test
  void aDamagedCheckpointIsRefused(@TempDir Path directory) throws IOException {
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    try (LocalModel model = LocalModel.seeded(spec, 2, Hardware.CPU);
        LocalTrainer trainer = new LocalTrainer(model, PLAN)) {
      trainer.save(directory);
    }
    assertThatExceptionOfType(ModelFileError.class)
        .isThrownBy(() -> SequenceTrainer.resume(directory, Hardware.CPU))
        .withMessageContaining("another kind of model");
    Path tensors;
    try (Stream<Path> files = Files.list(directory)) {
      tensors =
          files.filter(file -> file.toString().endsWith(".safetensors")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(tensors);
    bytes[bytes.length - 9] ^= 1;
    Files.write(tensors, bytes);
    assertThatExceptionOfType(ModelFileError.class)
        .isThrownBy(() -> LocalTrainer.resume(directory, Hardware.CPU))
        .withMessageContaining("SHA-256");
    Files.writeString(directory.resolve("checkpoint.json"), "{\"format\": 1}");
    assertThatExceptionOfType(ModelFileError.class)
        .isThrownBy(() -> LocalTrainer.resume(directory, Hardware.CPU))
        .withMessageContaining("not a checkpoint");
    assertThatExceptionOfType(ModelFileError.class)
        .isThrownBy(() -> LocalTrainer.resume(directory.resolve("none"), Hardware.CPU))
        .withMessageContaining("no such file");
  }

  @Test
  void trainingsInDifferentThreadsDoNotDisturbEachOther() throws Exception {
    List<Weights> alone = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      alone.add(trained(seed));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Weights>> tasks = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int seed = i;
        tasks.add(() -> trained(seed));
      }
      List<Future<Weights>> together = threads.invokeAll(tasks);
      for (int seed = 0; seed < 4; seed++) {
        assertThat(together.get(seed).get()).isEqualTo(alone.get(seed));
      }
    }
    assertThat(alone.get(0)).isNotEqualTo(alone.get(1));
  }

  private static Weights trained(int seed) {
    LocalSpec spec = Fixtures.local(seed % 2 == 0 ? 3 : 12, Activation.RELU);
    TrainingPlan plan = new TrainingPlan(seed, 100, 16, 1e-3, 5, Decay.LINEAR, 0, 1);
    try (LocalModel model = LocalModel.seeded(spec, seed, Hardware.CPU);
        LocalTrainer trainer = new LocalTrainer(model, plan)) {
      trainer.pool(
          Fixtures.sets(spec, 60, seed), Fixtures.targets(spec.classes(), 60, seed), new int[60]);
      trainer.advance(100);
      return model.weights();
    }
  }

  @Test
  void rareStrataAreSeenAsOftenAsFrequentOnes() {
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    VisibleSets sets = new VisibleSets(spec);
    int[] targets = new int[500];
    int[] strata = new int[500];
    for (int i = 0; i < 500; i++) {
      sets.add(new int[] {i == 0 ? 1 : 0, 0}, new int[0]);
      targets[i] = i == 0 ? 5 : 4;
      strata[i] = i == 0 ? 70 : -1;
    }
    TrainingPlan still = new TrainingPlan(1, 100, 100, 0, 0, Decay.CONSTANT, 0, 1);
    Weights weights = Weights.seeded(spec, 1);
    // A head that always answers 5: right on the one example of stratum 70 only.
    weights = weights.with("head.weight", HostTensor.of(List.of(6L, 8L), new float[48]));
    weights = weights.with("head.bias", HostTensor.of(List.of(6L), new float[] {0, 0, 0, 0, 0, 9}));
    try (LocalModel model = LocalModel.of(spec, weights, Hardware.CPU);
        LocalTrainer trainer = new LocalTrainer(model, still)) {
      trainer.pool(sets, targets, strata);
      assertThat(trainer.advance(100).accuracy()).isBetween(0.47, 0.53);
    }
  }

  @Test
  void aLossThatIsNotANumberIsReported() {
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    float[] broken = new float[6];
    broken[2] = Float.NaN;
    Weights weights = Weights.seeded(spec, 1).with("head.bias", HostTensor.of(List.of(6L), broken));
    try (LocalModel model = LocalModel.of(spec, weights, Hardware.CPU);
        LocalTrainer trainer = new LocalTrainer(model, PLAN)) {
      trainer.pool(Fixtures.sets(spec, 9, 1), new int[9], new int[9]);
      assertThat(trainer.advance(2).loss()).isNaN();
      assertThat(model.argmax(Fixtures.sets(spec, 2, 1))).containsExactly(-1, -1);
    }
  }

  @Test
  void poolsThatMakeNoSenseAreRefused() {
    LocalSpec spec = Fixtures.local(3, Activation.RELU);
    try (LocalModel model = LocalModel.seeded(spec, 1, Hardware.CPU);
        LocalTrainer trainer = new LocalTrainer(model, PLAN)) {
      assertThatIllegalStateException().isThrownBy(() -> trainer.advance(1));
      VisibleSets sets = Fixtures.sets(spec, 2, 1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> trainer.pool(sets, new int[] {0, 6}, new int[2]))
          .withMessageContaining("expected `target` from 0 to 5, found 6");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> trainer.pool(sets, new int[2], new int[1]));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> trainer.pool(new VisibleSets(spec), new int[0], new int[0]));
    }
  }
}
