package dev.lockstep.neural.bench;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.Decay;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.TrainingPlan;
import dev.lockstep.neural.cells.CellLoop;
import dev.lockstep.neural.cells.RememberedLoop;
import dev.lockstep.neural.decoding.Task;
import dev.lockstep.neural.decoding.Writer;
import dev.lockstep.neural.engine.TransformerModel;
import dev.lockstep.neural.engine.TransformerTrainer;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Places;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The engine's figures on this machine, each the median of interleaved rounds in CPU seconds.
///
/// @param rounds at least 9 for figures to be reported
/// @param told hears each figure as soon as it is known
public record Figures(int rounds, Consumer<Figure> told) {
  private static final int VOCABULARY = 32;
  private static final int HEADS = 4;
  private static final int WRITTEN = 256;
  private static final double IMPOSSIBLE = 1.05; // the clock counts hundredths of a second

  /// A training case, and the least share of the GEMM peak wanted.
  private record Case(int width, int layers, int time, int batch, double goal) {}

  /// All of them.
  public void measure() {
    training(new Case(256, 4, 256, 16, 0.65));
    training(new Case(128, 4, 256, 16, 0.55));
    training(new Case(128, 4, 512, 8, 0.45));
    training(new Case(64, 2, 128, 32, 0.45));
    windowedTraining(new Case(128, 4, 256, 16, 0), 16);
    decoding(64, 8);
    decoding(1, 3.5);
    windowedDecoding();
    cells();
  }

  private static TransformerSpec spec(Case one) {
    return TransformerSpec.decoder(
        VOCABULARY, VOCABULARY, one.width, HEADS, one.layers, new Positions.None());
  }

  private void training(Case one) {
    TransformerSpec spec = spec(one);
    long[][] tokens = tokens(one, 1);
    long[][] targets = tokens(one, 2);
    int repeat = repeats(Flops.ofTraining(spec, one.batch, one.time, one.time));
    try (GemmPeak peak = new GemmPeak();
        StockDecoder stock = new StockDecoder(VOCABULARY, one.width, HEADS, one.layers);
        TransformerModel model = TransformerModel.seeded(spec, 1, Hardware.CPU);
        TransformerTrainer trainer = trainer(model, one, tokens, targets)) {
      double flops = repeat * Flops.ofTraining(spec, one.batch, one.time, one.time) / 1e9;
      Pairs pairs =
          Pairs.of(
              rounds,
              () -> peak.measure(12),
              () -> flops / CpuClock.of(() -> trainer.advance(repeat)),
              () -> flops / CpuClock.of(() -> times(repeat, () -> stock.step(tokens, targets))));
      String context =
          "%.1f GFLOP/s of %.1f; stock DJL %.0f %%, we are %.2f times as fast"
              .formatted(
                  pairs.median(1), pairs.median(0), 100 * pairs.ratio(2, 0), pairs.ratio(1, 2));
      told.accept(share(name("training", one), pairs.ratio(1, 0), one.goal, context));
    }
  }

  /// Each position sees the `seen` last ones, with a learned bias for each distance.
  private void windowedTraining(Case one, int seen) {
    Visibility window =
        new Visibility.Both(
            new Visibility.Causal(), new Visibility.Window(Visibility.ORDER, seen - 1));
    TransformerSpec whole = spec(one);
    TransformerSpec spec =
        TransformerSpec.of(
            VOCABULARY,
            one.width,
            whole
                .last()
                .with(Attention.of(HEADS, window))
                .with(new Positions.ClippedBias(seen, new Places.Order())));
    try (GemmPeak peak = new GemmPeak();
        TransformerModel model = TransformerModel.seeded(spec, 1, Hardware.CPU);
        TransformerTrainer trainer = trainer(model, one, tokens(one, 1), tokens(one, 2))) {
      double flops = Flops.ofTraining(spec, one.batch, one.time, seen) / 1e9;
      Pairs pairs =
          Pairs.of(
              rounds, () -> peak.measure(12), () -> flops / CpuClock.of(() -> trainer.advance(1)));
      String context =
          "a window of %d with a learned bias, %.1f GFLOP/s".formatted(seen, pairs.median(1));
      told.accept(share(name("training, windowed", one), pairs.ratio(1, 0), one.goal, context));
    }
  }

  private static Figure share(String name, double share, double goal, String context) {
    return new Figure(
        name, 100 * share, "% of the GEMM peak", 100 * goal, 100 * IMPOSSIBLE, context);
  }

  private static String name(String what, Case one) {
    return "%s, width %d, %d layers, %d tokens, batch %d"
        .formatted(what, one.width, one.layers, one.time, one.batch);
  }

  private static int repeats(double flops) {
    return Math.clamp((long) (2e10 / flops), 1, 10); // a third of a second or more
  }

  private static TransformerTrainer trainer(
      TransformerModel model, Case one, long[][] tokens, long[][] targets) {
    TrainingPlan plan = new TrainingPlan(1, 1_000, one.batch, 1e-3, 0, Decay.CONSTANT, 0, 1);
    TransformerTrainer trainer = new TransformerTrainer(model, plan);
    trainer.pool(
        IntStream.range(0, one.batch)
            .mapToObj(i -> Sample.of(ints(tokens[i])).withTargets(ints(targets[i])))
            .toList());
    return trainer;
  }

  private static int[] ints(long[] values) {
    return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
  }

  private static long[][] tokens(Case one, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[][] rows = new long[one.batch][];
    Arrays.setAll(rows, _ -> random.longs(one.time, 0, VOCABULARY).toArray());
    return rows;
  }

  private void decoding(int batch, double goal) {
    TransformerSpec spec = spec(new Case(128, 4, WRITTEN, batch, 0));
    long[] first = new SplittableRandom(3).longs(batch, 0, VOCABULARY).toArray();
    List<int[]> prompts =
        Arrays.stream(first).mapToObj(id -> new int[] {Math.toIntExact(id)}).toList();
    double tokens = (double) batch * WRITTEN;
    try (StockDecoder stock = new StockDecoder(VOCABULARY, 128, HEADS, 4);
        TransformerModel model = TransformerModel.seeded(spec, 1, Hardware.CPU)) {
      Task task = Task.of(prompts, WRITTEN, -1);
      Writer writer = new Writer(model);
      int ours = batch == 1 ? 3 : 1;
      Pairs pairs =
          Pairs.of(
              rounds,
              () -> ours * tokens / CpuClock.of(() -> times(ours, () -> writer.write(task))),
              () -> tokens / CpuClock.of(() -> stock.write(first, WRITTEN)));
      told.accept(
          new Figure(
              "decoding, width 128, 4 layers, 256 tokens, batch " + batch,
              pairs.ratio(0, 1),
              "times stock DJL",
              goal,
              Double.POSITIVE_INFINITY,
              "%,.0f tokens per CPU second, stock %,.0f"
                  .formatted(pairs.median(0), pairs.median(1))));
    }
  }

  /// What a token costs at the end of a long text, over what it costs in a short one.
  private void windowedDecoding() {
    TransformerSpec whole = spec(new Case(128, 4, WRITTEN, 1, 0));
    Visibility window =
        new Visibility.Both(new Visibility.Causal(), new Visibility.Window(Visibility.ORDER, 15));
    TransformerSpec spec =
        TransformerSpec.of(VOCABULARY, 128, whole.last().with(Attention.of(HEADS, window)));
    List<int[]> prompts = List.of(new int[] {1});
    try (TransformerModel model = TransformerModel.seeded(spec, 1, Hardware.CPU)) {
      Writer writer = new Writer(model);
      Pairs pairs =
          Pairs.of(
              rounds,
              () -> 2_000 / CpuClock.of(() -> writer.write(Task.of(prompts, 2_000, -1))),
              () -> 500 / CpuClock.of(() -> writer.write(Task.of(prompts, 500, -1))));
      told.accept(
          new Figure(
              "decoding, windowed, 2,000 tokens against 500",
              pairs.ratio(0, 1),
              "times the speed",
              0.85,
              Double.POSITIVE_INFINITY,
              "%,.0f and %,.0f tokens per CPU second".formatted(pairs.median(0), pairs.median(1))));
    }
  }

  private void cells() {
    int contents = 12;
    LocalSpec spec =
        new LocalSpec(
            List.of(contents),
            List.of(contents, 3),
            3,
            contents,
            32,
            HEADS,
            1,
            128,
            Activation.RELU);
    List<Integer> ids = IntStream.range(0, contents).boxed().toList();
    CellLoop.Window window =
        new CellLoop.Window(
            List.of(-1, 0, 1),
            false,
            0,
            ids.stream().map(List::of).toList(),
            IntStream.range(0, 3)
                .mapToObj(place -> ids.stream().map(content -> List.of(content, place)).toList())
                .toList());
    try (LocalModel model = LocalModel.seeded(spec, 1, Hardware.CPU);
        CellLoop loop = new CellLoop(model, window)) {
      for (int n : new int[] {100, 1_000, 10_000, 100_000, 1_000_000}) {
        int[] cells = new SplittableRandom(5).ints(n, 0, contents).toArray();
        int steps = Math.max(1, 500_000 / n);
        double updates = (double) n * steps;
        Pairs pairs =
            Pairs.of(rounds, () -> updates / CpuClock.of(() -> loop.run(cells, steps)) / 1e6);
        told.accept(million("looped step, %,d cells".formatted(n), pairs.median(0), 1, ""));
      }
      RememberedLoop remembered = RememberedLoop.of(loop);
      int[] cells = new SplittableRandom(5).ints(1_000_000, 0, contents).toArray();
      Pairs pairs =
          Pairs.of(rounds, () -> 50e6 / CpuClock.of(() -> remembered.run(cells, 50)) / 1e6);
      told.accept(
          million(
              "remembered windows, 1,000,000 cells",
              pairs.median(0),
              50,
              "the network's answers looked up, not asked again"));
    }
  }

  private static Figure million(String name, double value, double goal, String context) {
    return new Figure(
        name, value, "million cells per CPU second", goal, Double.POSITIVE_INFINITY, context);
  }

  private static void times(int count, Runnable work) {
    for (int i = 0; i < count; i++) {
      work.run();
    }
  }
}
