package dev.lockstep.neural.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.neural.Decay;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.TrainingPlan;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.engine.TransformerModel;
import dev.lockstep.neural.engine.TransformerTrainer;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Writing in plain Java against writing with kernels.
class MeansTest {
  private static final List<int[]> PROMPTS =
      List.of(new int[] {1, 2, 3}, new int[] {4}, new int[] {5, 0, 2, 2, 1});

  /// Never the same class twice in a row.
  private static final Automaton CHANGING =
      Automaton.of(
          new int[][] {
            {1, 2, 3, 4, 5, 6},
            {-1, 2, 3, 4, 5, 6},
            {1, -1, 3, 4, 5, 6},
            {1, 2, -1, 4, 5, 6},
            {1, 2, 3, -1, 5, 6},
            {1, 2, 3, 4, -1, 6},
            {1, 2, 3, 4, 5, -1}
          });

  private static TransformerModel model(long seed) {
    TransformerSpec spec = TransformerSpec.of(Decoders.CLASSES, 16, Decoders.stack());
    return TransformerModel.seeded(spec, seed, Hardware.CPU);
  }

  private static Stream<Task> tasks() {
    Task greedy = Task.of(PROMPTS, 30, -1);
    return Stream.of(
        greedy,
        Task.of(PROMPTS, 30, 3),
        greedy.with(CHANGING),
        Task.of(PROMPTS, 30, 2).with(CHANGING).with(new Strategy.Sampled(1.5, 0, 4)),
        greedy.with(new Strategy.Sampled(0.8, 3, 5)));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void bothWriteTheSame(Task task) {
    try (TransformerModel model = model(2)) {
      List<int[]> host = new Writer(model, Writer.Means.HOST).write(task);
      List<int[]> kernels = new Writer(model, Writer.Means.KERNELS).write(task);
      assertThat(host.toArray()).isEqualTo(kernels.toArray());
      assertThat(new Writer(model).write(task).toArray()).isEqualTo(host.toArray());
    }
  }

  /// What is laid out for Java is the model as it is, not as it was.
  @Test
  void aWriterKnowsOfTrainingInBetween() {
    TrainingPlan plan = new TrainingPlan(1, 3, 1, 1e-2, 0, Decay.CONSTANT, 0, 1);
    try (TransformerModel model = model(3);
        TransformerTrainer trainer = new TransformerTrainer(model, plan)) {
      trainer.pool(List.of(Sample.of(1, 2, 3, 4).withTargets(2, 3, 4, 5)));
      Writer writer = new Writer(model, Writer.Means.HOST);
      List<Beams.Beam> before = writer.beams(new int[] {1, 2}, 3, -1, 2);
      trainer.advance(3);
      List<Beams.Beam> after = writer.beams(new int[] {1, 2}, 3, -1, 2);
      assertThat(after).isNotEqualTo(before);
      assertThat(after)
          .isEqualTo(new Writer(model, Writer.Means.HOST).beams(new int[] {1, 2}, 3, -1, 2));
    }
  }

  /// Where the engine has no kernels, plain Java writes however many samples there are.
  @Test
  void plainModelsAreWrittenWithInJava() {
    TransformerSpec spec = TransformerSpec.of(Decoders.CLASSES, 16, Decoders.stack());
    Task task = Task.of(Stream.generate(() -> new int[] {1, 4}).limit(40).toList(), 5, -1);
    try (TransformerModel model = model(4);
        TransformerModel plain =
            TransformerModel.plain(spec, Weights.seeded(spec, 4), Hardware.CPU)) {
      assertThat(new Writer(plain).write(task).toArray())
          .isEqualTo(new Writer(model, Writer.Means.KERNELS).write(task).toArray());
    }
  }

  /// What a token is computed from is what is kept, and with a window that does not grow.
  @ParameterizedTest
  @EnumSource(Writer.Means.class)
  void aWindowKeepsTheSameHoweverLongTheText(Writer.Means means) {
    assertThat(kept("window", means, 5_000)).isEqualTo(kept("window", means, 50));
    assertThat(kept("alibi", means, 5_000)).isEqualTo(100 * kept("alibi", means, 50));
  }

  private static long kept(String kind, Writer.Means means, int longest) {
    TransformerSpec spec = TransformerSpec.of(Decoders.CLASSES, 16, Decoders.stacks().get(kind));
    try (TransformerModel model = TransformerModel.seeded(spec, 1, Hardware.CPU);
        Session session = new Lanes(model, means).open(2, longest)) {
      return session.kept();
    }
  }

  @Test
  void aClosedModelIsNotWrittenWith() {
    TransformerModel model = model(5);
    Writer writer = new Writer(model, Writer.Means.HOST);
    Task task = Task.of(PROMPTS, 2, -1);
    writer.write(task);
    model.close();
    assertThatThrownBy(() -> writer.write(task)).isInstanceOf(IllegalStateException.class);
  }
}
