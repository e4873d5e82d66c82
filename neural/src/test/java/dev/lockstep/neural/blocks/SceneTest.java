package dev.lockstep.neural.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lockstep.neural.blocks.Scene.Part;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Places;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a scene says of three positions, worked out by hand.
class SceneTest {
  private static final float NEVER = Scene.NEVER;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDList scene(Positions positions, boolean logLength) {
    Attention attention =
        new Attention(2, new Visibility.Causal(), Attention.Choice.SOFTMAX, logLength);
    Stack stack = TransformerSpec.decoder(5, 5, 8, 2, 1, positions).last().with(attention);
    return Scene.of(
        manager,
        TransformerSpec.of(5, 8, stack),
        0,
        List.of(Sample.of(1, 2, 3)),
        3,
        Scene.Form.DENSE,
        Optional.<RandomGenerator>empty());
  }

  /// Press et al. 2022: two heads have the slopes 1/16 and 1/256.
  @Test
  void alibiFallsWithDistance() {
    NDList scene = scene(new Positions.Alibi(new Places.Order()), false);
    assertThat(Part.MASK.in(scene).getShape()).isEqualTo(new Shape(1, 2, 3, 3));
    assertThat(Part.MASK.in(scene).toFloatArray())
        .containsExactly(
            new float[] {
              0, NEVER, NEVER, -1 / 16f, 0, NEVER, -2 / 16f, -1 / 16f, 0, //
              0, NEVER, NEVER, -1 / 256f, 0, NEVER, -2 / 256f, -1 / 256f, 0
            },
            within(0f));
  }

  /// Radius 1: rows 0, 1 and 2 are one or more back, itself, one or more ahead.
  @Test
  void distancesAreClipped() {
    NDList scene = scene(new Positions.ClippedBias(1, new Places.Order()), false);
    assertThat(Part.DISTANCES.in(scene).toLongArray()).containsExactly(1, 2, 2, 0, 1, 2, 0, 0, 1);
  }

  /// The n-th position of a causal sample sees n.
  @Test
  void scoresGrowWithTheLogarithmOfWhatIsVisible() {
    NDList scene = scene(new Positions.None(), true);
    assertThat(Part.TEMPER.in(scene).toFloatArray())
        .containsExactly(new float[] {0, (float) Math.log(2), (float) Math.log(3)}, within(1e-7f));
  }
}
