package dev.lockstep.neural.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.VisibleSets;
import dev.lockstep.neural.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cells in Java against the local model's kernel, and plain loops against vectors.
class HostCellsTest {
  private static final int CONTENTS = 5;
  private static final int[] OFFSETS = {-1, 0, 2};
  private static final int CELLS = 43;

  /// Widths of one vector and less, of several, and of no whole number of vectors.
  @ParameterizedTest
  @CsvSource({
    "1, 8, 2, 12, RELU",
    "1, 32, 4, 128, RELU",
    "2, 24, 3, 70, GELU",
    "3, 64, 4, 40, RELU",
    "1, 20, 1, 5, GELU"
  })
  void logitsAreTheKernels(int layers, int width, int heads, int hidden, Activation activation) {
    LocalSpec spec =
        new LocalSpec(
            List.of(CONTENTS, 2),
            List.of(CONTENTS, 3),
            3,
            CONTENTS,
            width,
            heads,
            layers,
            hidden,
            activation);
    Weights weights = moved(spec);
    int[] row = new SplittableRandom(3).ints(CELLS + 3, 0, CONTENTS).toArray();
    VisibleSets sets = new VisibleSets(spec);
    for (int i = 1; i <= CELLS; i++) {
      int[] slots = new int[6];
      for (int place = 0; place < 3; place++) {
        slots[2 * place] = row[i + OFFSETS[place]];
        slots[2 * place + 1] = place;
      }
      sets.add(new int[] {row[i], row[i] % 2}, slots);
    }
    float[] plain = logits(spec, weights, row, new Loops.Plain());
    assertThat(logits(spec, weights, row, Loops.best())).containsExactly(plain);
    try (LocalModel model = LocalModel.of(spec, weights, Hardware.CPU)) {
      assertThat(plain).containsExactly(model.logits(sets), within(2e-5f));
    }
  }

  /// Weights whose biases and norms are not 0 and 1.
  private static Weights moved(LocalSpec spec) {
    Weights weights = Weights.seeded(spec, 5);
    SplittableRandom random = new SplittableRandom(6);
    for (String name : spec.tensors().keySet()) {
      HostTensor tensor = weights.tensors().get(name);
      float[] values = tensor.floats();
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) random.nextDouble(-0.2, 0.2);
      }
      weights = weights.with(name, HostTensor.of(tensor.shape(), values));
    }
    return weights;
  }

  /// The logits of all cells but the first and the last two, in batches of which the last is not
  /// full.
  private static float[] logits(LocalSpec spec, Weights weights, int[] row, Loops loops) {
    List<List<Integer>> queries =
        IntStream.range(0, CONTENTS).mapToObj(c -> List.of(c, c % 2)).toList();
    List<List<Integer>> kinds = new ArrayList<>();
    for (int kind = 0; kind < 3 * CONTENTS; kind++) {
      kinds.add(List.of(kind % CONTENTS, kind / CONTENTS));
    }
    CellBatch batch = new HostCells(spec, weights, queries, kinds, loops).batch(8);
    float[] all = new float[CELLS * CONTENTS];
    int[] next = new int[CELLS];
    for (int from = 0; from < CELLS; from += 8) {
      int count = Math.min(8, CELLS - from);
      batch.next(row, 1 + from, count, OFFSETS, next, from);
      for (int i = 0; i < count; i++) {
        System.arraycopy(batch.logits(i), 0, all, (from + i) * CONTENTS, CONTENTS);
      }
    }
    return all;
  }
}
