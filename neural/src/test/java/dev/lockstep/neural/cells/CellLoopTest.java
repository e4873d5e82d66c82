package dev.lockstep.neural.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.VisibleSets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The loop against the local model asked about every window, one step at a time.
class CellLoopTest {
  private static final int CONTENTS = 5;
  private static final List<Integer> OFFSETS = List.of(-2, 0, 1);

  private static LocalSpec spec(int layers, Activation activation) {
    return new LocalSpec(
        List.of(CONTENTS, 2), List.of(CONTENTS, 3), 3, CONTENTS, 8, 2, layers, 12, activation);
  }

  private static CellLoop.Window window(boolean ring) {
    return new CellLoop.Window(
        OFFSETS,
        ring,
        2,
        IntStream.range(0, CONTENTS).mapToObj(c -> List.of(c, c % 2)).toList(),
        IntStream.range(0, 3)
            .mapToObj(w -> IntStream.range(0, CONTENTS).mapToObj(c -> List.of(c, w)).toList())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"1, RELU, false", "2, GELU, false", "1, GELU, true", "3, RELU, true"})
  void everyStepIsTheModels(int layers, Activation activation, boolean ring) {
    for (boolean inJava : new boolean[] {false, true}) {
      everyStepIsTheModels(layers, activation, ring, inJava);
    }
  }

  private static void everyStepIsTheModels(
      int layers, Activation activation, boolean ring, boolean inJava) {
    LocalSpec spec = spec(layers, activation);
    int[] cells = new SplittableRandom(1).ints(2_500, 0, CONTENTS).toArray(); // several chunks
    try (LocalModel model = LocalModel.seeded(spec, 7, Hardware.CPU);
        CellLoop loop = new CellLoop(model, window(ring), inJava)) {
      int[] expected = cells;
      for (int i = 0; i < 3; i++) {
        expected = step(model, expected, ring);
      }
      assertThat(loop.run(cells, 3)).containsExactly(expected);
      assertThat(loop.run(cells, 0)).containsExactly(cells);
      for (int count : new int[] {2, 3, 65, 130}) { // batches that are not full
        int[] few = Arrays.copyOf(cells, count);
        assertThat(loop.run(few, 1)).containsExactly(step(model, few, ring));
      }
      assertThat(RememberedLoop.of(loop).run(cells, 3)).containsExactly(expected);
    }
  }

  private static int[] step(LocalModel model, int[] cells, boolean ring) {
    VisibleSets sets = new VisibleSets(model.spec());
    for (int i = 0; i < cells.length; i++) {
      int[] slots = new int[6];
      for (int w = 0; w < 3; w++) {
        int at = i + OFFSETS.get(w);
        boolean inside = at >= 0 && at < cells.length;
        slots[2 * w] = inside || ring ? cells[Math.floorMod(at, cells.length)] : 2;
        slots[2 * w + 1] = w;
      }
      sets.add(new int[] {cells[i], cells[i] % 2}, slots);
    }
    return model.argmax(sets);
  }

  @Test
  void closedModelsAreRefused() {
    LocalModel model = LocalModel.seeded(spec(1, Activation.RELU), 7, Hardware.CPU);
    CellLoop loop = new CellLoop(model, window(false), true);
    loop.close();
    model.close();
    assertThatThrownBy(() -> loop.run(new int[] {0, 1}, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    try (LocalModel model = LocalModel.seeded(spec(1, Activation.RELU), 7, Hardware.CPU);
        CellLoop loop = new CellLoop(model, window(true))) {
      assertThatThrownBy(() -> loop.run(new int[] {0, CONTENTS}, 1))
          .hasMessageContaining("expected contents below 5, found 5");
      assertThatThrownBy(() -> loop.run(new int[] {0}, 1))
          .hasMessageContaining("expected at least 2 cells");
    }
  }
}
