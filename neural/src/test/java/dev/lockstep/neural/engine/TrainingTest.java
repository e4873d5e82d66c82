package dev.lockstep.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.neural.Checkpoint;
import dev.lockstep.neural.Decay;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.neural.TrainingPlan;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  static TrainingPlan plan(long steps) {
    return new TrainingPlan(1, steps, 6, 3e-3, 0, Decay.CONSTANT, 1e-3, 1);
  }

  /// The second number of a sequence is to be said after each position from the third on.
  private static List<Sample> recall(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] ids = random.ints(8, 0, 5).toArray();
      int[] targets = new int[8];
      for (int t = 0; t < 8; t++) {
        targets[t] = t < 2 ? Sample.NO_TARGET : ids[1];
      }
      samples.add(Sample.of(ids).withTargets(targets));
    }
    return samples;
  }

  @Test
  void aSmallDecoderLearnsToRecall() {
    TransformerSpec spec =
        TransformerSpec.decoder(5, 5, 16, 2, 1, new Positions.Learned(8, Zoo.ORDER));
    TrainingPlan plan = new TrainingPlan(2, 300, 16, 1e-2, 10, Decay.COSINE, 1e-3, 1);
    try (TransformerModel model = TransformerModel.seeded(spec, 2, Hardware.CPU);
        TransformerTrainer trainer = new TransformerTrainer(model, plan)) {
      trainer.pool(recall(400, 3));
      trainer.advance(300);
      assertThat(Exactness.of(model, recall(50, 4))).isEqualTo(1.0);
    }
  }

  @Test
  void resumedTrainingIsBitForBitTheSame(@TempDir Path directory) {
    TransformerSpec spec = TransformerSpec.decoder(5, 5, 8, 2, 1, new Positions.Alibi(Zoo.ORDER));
    TrainingPlan plan = plan(20).inParts(2).withNoise(0.1);
    List<Sample> samples = recall(40, 5);
    try (TransformerModel whole = TransformerModel.seeded(spec, 2, Hardware.CPU);
        TransformerModel half = TransformerModel.seeded(spec, 2, Hardware.CPU);
        TransformerTrainer atOnce = new TransformerTrainer(whole, plan);
        TransformerTrainer stopped = new TransformerTrainer(half, plan)) {
      atOnce.pool(samples);
      atOnce.advance(20);
      stopped.pool(samples);
      stopped.advance(9);
      stopped.save(directory);
      try (TransformerTrainer resumed = TransformerTrainer.resume(directory, Hardware.CPU);
          TransformerModel rest = resumed.model()) {
        resumed.pool(samples);
        resumed.advance(11);
        assertThat(resumed.step()).isEqualTo(20);
        assertThat(rest.weights()).isEqualTo(whole.weights());
      }
    }
  }

  @Test
  void otherArithmeticIsRefused(@TempDir Path directory) throws IOException {
    TransformerSpec spec = TransformerSpec.decoder(5, 5, 8, 2, 1, new Positions.None());
    try (TransformerModel model = TransformerModel.seeded(spec, 2, Hardware.CPU);
        TransformerTrainer trainer = new TransformerTrainer(model, plan(5))) {
      trainer.save(directory);
    }
    Path file = directory.resolve("checkpoint.json");
    String json = Files.readString(file);
    Files.writeString(file, json.replaceFirst("\"threads\" : \\d+", "\"threads\" : 77"));
    assertThatThrownBy(() -> TransformerTrainer.resume(directory, Hardware.CPU))
        .isInstanceOf(ModelFileError.class)
        .hasMessageContaining("other arithmetic")
        .hasMessageContaining("threads=77");
  }

  /// Each way to compute gradients rounds differently; earlier checkpoints did not say.
  @Test
  void gradientsByOtherMeansAreRefused(@TempDir Path directory) throws IOException {
    TransformerSpec spec = TransformerSpec.decoder(5, 5, 8, 2, 1, new Positions.None());
    try (TransformerModel model = TransformerModel.seeded(spec, 2, Hardware.CPU);
        TransformerTrainer trainer = new TransformerTrainer(model, plan(5))) {
      trainer.save(directory);
    }
    Path file = directory.resolve("checkpoint.json");
    String json = Files.readString(file);
    String recorded = "\"gradients\" : \"formula\"";
    assertThat(json).contains(recorded);
    Files.writeString(file, json.replace(recorded, "\"gradients\" : \"vectors\""));
    assertThatThrownBy(() -> TransformerTrainer.resume(directory, Hardware.CPU))
        .isInstanceOf(ModelFileError.class)
        .hasMessageContaining("gradients by vectors, not formula");
    Files.writeString(file, json.replaceFirst(",\\s*" + recorded, ""));
    try (TransformerTrainer resumed = TransformerTrainer.resume(directory, Hardware.CPU);
        TransformerModel model = resumed.model()) {
      assertThat(model.spec()).isEqualTo(spec);
    }
  }

  /// A weight of 0 is as good as no target, and what has no target teaches nothing.
  @Test
  void weightsAndMissingTargetsMaskTheLoss() {
    TransformerSpec spec = TransformerSpec.decoder(5, 5, 8, 2, 1, new Positions.None());
    Sample masked = Sample.of(1, 2, 3, 4).withTargets(0, 1, Sample.NO_TARGET, 2);
    Sample weightless = Sample.of(1, 2, 3, 4).withTargets(0, 1, 3, 2).withWeights(1, 1, 0, 1);
    try (TransformerModel model = TransformerModel.seeded(spec, 2, Hardware.CPU)) {
      List<double[]> one = TransformerKernelTest.gradients(model, List.of(masked));
      List<double[]> other = TransformerKernelTest.gradients(model, List.of(weightless));
      for (int i = 0; i < one.size(); i++) {
        assertThat(one.get(i)).containsExactly(other.get(i), within(1e-6));
      }
    }
  }

  /// A rare stratum is drawn as often as a frequent one.
  @Test
  void strataAreDrawnAlike() {
    List<Sample> samples = new ArrayList<>(recall(99, 6));
    Sample rare = Sample.of(1, 1).withTargets(0, 0);
    samples.add(rare);
    int[] strata = new int[100];
    strata[99] = 1;
    Pool pool = new Pool(samples, strata);
    long drawn = pool.draw(10_000, new SplittableRandom(7)).stream().filter(rare::equals).count();
    assertThat(drawn).isBetween(4_700L, 5_300L);
  }

  @Test
  void whatCannotFitIsRefusedBeforeItBegins() {
    TransformerSpec spec = TransformerSpec.decoder(5, 5, 8, 2, 1, new Positions.None());
    TrainingPlan plan = new TrainingPlan(1, 1, 1 << 24, 1e-3, 0, Decay.CONSTANT, 0, 1);
    Sample longOne = Sample.of(new int[4096]).withTargets(new int[4096]);
    try (TransformerModel model = TransformerModel.seeded(spec, 2, Hardware.CPU);
        TransformerTrainer trainer = new TransformerTrainer(model, plan)) {
      assertThatThrownBy(() -> trainer.pool(List.of(longOne)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("this training needs about")
          .hasMessageContaining("take smaller batches or more parts");
    }
    try (TransformerModel model = TransformerModel.seeded(spec, 2, Hardware.CPU);
        TransformerTrainer trainer = new TransformerTrainer(model, plan.inParts(1 << 24))) {
      trainer.pool(List.of(longOne)); // sample by sample it fits
    }
  }

  /// A rate of 0 moves no parameter, so two trainings differ in the noise alone; the first moment
  /// takes a tenth of it and keeps nine tenths of what it has.
  @Test
  void noiseHasThePlannedDeviation(@TempDir Path directory) {
    TransformerSpec spec = TransformerSpec.decoder(5, 5, 16, 2, 2, new Positions.None());
    TrainingPlan still =
        new TrainingPlan(1, 9, 6, 0, 0, Decay.CONSTANT, 0, Double.POSITIVE_INFINITY);
    for (int steps : new int[] {1, 4}) {
      double[] quiet = firstMoments(spec, still, steps, directory);
      double[] noisy = firstMoments(spec, still.withNoise(0.5), steps, directory);
      double variance = 0;
      for (int k = 0; k < steps; k++) {
        variance += Math.pow(0.1 * Math.pow(0.9, steps - 1 - k) * 0.5, 2) / (1 + k);
      }
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < quiet.length; i++) {
        double scaled = (noisy[i] - quiet[i]) / Math.sqrt(variance);
        sum += scaled;
        squares += scaled * scaled;
      }
      assertThat(quiet.length).isGreaterThan(5_000); // so 4 deviations are these tolerances
      assertThat(sum / quiet.length).isCloseTo(0, within(0.06));
      assertThat(squares / quiet.length).isCloseTo(1, within(0.08));
    }
  }

  private static double[] firstMoments(
      TransformerSpec spec, TrainingPlan plan, int steps, Path directory) {
    try (TransformerModel model = TransformerModel.seeded(spec, 2, Hardware.CPU);
        TransformerTrainer trainer = new TransformerTrainer(model, plan)) {
      trainer.pool(recall(40, 5));
      trainer.advance(steps);
      trainer.save(directory);
    }
    Checkpoint saved = Checkpoint.read(directory, Hardware.CPU, TransformerSpec::read);
    return saved.tensors().entrySet().stream()
        .filter(tensor -> tensor.getKey().startsWith("first."))
        .flatMapToDouble(tensor -> Arrays.stream(Zoo.doubles(tensor.getValue())))
        .toArray();
  }

  /// Random choices belong to a training: another one beside it changes nothing.
  @Test
  void trainingsSideBySideAreAsAlone() {
    TransformerSpec spec = TransformerSpec.decoder(5, 5, 8, 2, 1, new Positions.None());
    TrainingPlan plan = plan(6).withNoise(0.1);
    List<Sample> samples = recall(40, 5);
    try (TransformerModel alone = TransformerModel.seeded(spec, 2, Hardware.CPU);
        TransformerModel beside = TransformerModel.seeded(spec, 2, Hardware.CPU);
        TransformerModel other = TransformerModel.seeded(spec, 3, Hardware.CPU);
        TransformerTrainer first = new TransformerTrainer(alone, plan);
        TransformerTrainer second = new TransformerTrainer(beside, plan);
        TransformerTrainer third = new TransformerTrainer(other, plan)) {
      for (TransformerTrainer trainer : List.of(first, second, third)) {
        trainer.pool(samples);
      }
      first.advance(6);
      for (int i = 0; i < 6; i++) {
        second.advance(1);
        third.advance(1);
      }
      assertThat(beside.weights()).isEqualTo(alone.weights());
      assertThat(other.weights()).isNotEqualTo(alone.weights());
    }
  }

  /// A halt token ends the loops of its sample: its logits are those after as many loops.
  @Test
  void theHaltTokenEndsTheLoops() {
    int ended = 0;
    for (int halt = 0; halt < Zoo.CLASSES; halt++) {
      TransformerSpec waiting = Zoo.of(Zoo.stack().with(new Depth.HaltToken(4, halt, true)));
      for (Sample sample : Zoo.samples(waiting, 3, 11)) {
        int loops = 0;
        double[] expected;
        do {
          loops++;
          expected = looped(Zoo.of(Zoo.stack().with(new Depth.Fixed(loops, true))), sample);
        } while (loops < 4 && largest(expected) != halt);
        ended += loops < 4 ? 1 : 0;
        assertThat(looped(waiting, sample)).containsExactly(expected, within(1e-5));
      }
    }
    assertThat(ended).isPositive();
  }

  private static double[] looped(TransformerSpec spec, Sample sample) {
    try (TransformerModel model = TransformerModel.of(spec, Zoo.shaken(spec, 12), Hardware.CPU)) {
      return Zoo.doubles(model.logits(sample));
    }
  }

  /// The class of the largest logit at the first position.
  private static int largest(double[] logits) {
    return IntStream.range(0, Zoo.CLASSES)
        .boxed()
        .max(Comparator.comparingDouble(c -> logits[c]))
        .orElseThrow();
  }
}
