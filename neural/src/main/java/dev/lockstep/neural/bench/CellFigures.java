package dev.lockstep.neural.bench;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.cells.CellLoop;
import dev.lockstep.neural.cells.RememberedLoop;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// How fast rows of cells are updated: every cell asked about, and answers remembered.
record CellFigures(int rounds, Predicate<String> wanted, Consumer<Figure> told) {
  private static final int CONTENTS = 12;
  private static final int WIDTH = 32;
  private static final int HEADS = 4;
  private static final int HIDDEN = 128;

  /// What an update multiplies and adds at the least: the output map, the feed-forward, the head.
  private static final double FLOPS = 2.0 * WIDTH * (WIDTH + 2 * HIDDEN + CONTENTS);

  void measure() {
    LocalSpec spec =
        new LocalSpec(
            List.of(CONTENTS),
            List.of(CONTENTS, 3),
            3,
            CONTENTS,
            WIDTH,
            HEADS,
            1,
            HIDDEN,
            Activation.RELU);
    List<Integer> ids = IntStream.range(0, CONTENTS).boxed().toList();
    CellLoop.Window window =
        new CellLoop.Window(
            List.of(-1, 0, 1),
            false,
            0,
            ids.stream().map(List::of).toList(),
            IntStream.range(0, 3)
                .mapToObj(place -> ids.stream().map(content -> List.of(content, place)).toList())
                .toList());
    try (GemmPeak peak = new GemmPeak();
        LocalModel model = LocalModel.seeded(spec, 1, Hardware.CPU);
        CellLoop loop = new CellLoop(model, window)) {
      double most = Figures.IMPOSSIBLE * peak.measure(12) * 1e3 / FLOPS; // millions
      for (int n : new int[] {100, 1_000, 10_000, 100_000, 1_000_000}) {
        String name = "looped step, %,d cells".formatted(n);
        if (wanted.test(name)) {
          told.accept(million(name, asked(loop, n), 1, most, ""));
        }
      }
      String name = "remembered windows, 1,000,000 cells";
      if (wanted.test(name)) {
        told.accept(
            million(
                name,
                remembered(loop),
                50,
                Double.POSITIVE_INFINITY,
                "the network's answers looked up, not asked again"));
      }
    }
  }

  private double asked(CellLoop loop, int n) {
    int[] cells = new SplittableRandom(5).ints(n, 0, CONTENTS).toArray();
    int steps = Math.max(1, 500_000 / n);
    double updates = (double) n * steps;
    return Pairs.of(rounds, () -> updates / CpuClock.of(() -> loop.run(cells, steps)) / 1e6)
        .median(0);
  }

  private double remembered(CellLoop loop) {
    RememberedLoop remembered = RememberedLoop.of(loop);
    int[] cells = new SplittableRandom(5).ints(1_000_000, 0, CONTENTS).toArray();
    return Pairs.of(rounds, () -> 50e6 / CpuClock.of(() -> remembered.run(cells, 50)) / 1e6)
        .median(0);
  }

  private static Figure million(
      String name, double value, double goal, double most, String context) {
    return new Figure(name, value, "million cells per CPU second", goal, most, context);
  }
}
