package dev.lockstep.neural.bench;

import dev.lockstep.neural.Decay;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.TrainingPlan;
import dev.lockstep.neural.engine.TransformerModel;
import dev.lockstep.neural.engine.TransformerTrainer;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Places;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The engine's figures on this machine, each the median of interleaved rounds in CPU seconds.
///
/// @param rounds at least 9 for figures to be reported
/// @param wanted whether a figure of this name is to be measured
/// @param told hears each figure as soon as it is known
public record Figures(int rounds, Predicate<String> wanted, Consumer<Figure> told) {
  private static final int VOCABULARY = 32;
  private static final int HEADS = 4;
  private static final double WARM = 8; // CPU seconds, after which the loops in Java are compiled
  static final double IMPOSSIBLE = 1.05; // the clock counts hundredths of a second

  /// A training case, and the least share of the GEMM peak wanted.
  private record Case(int width, int layers, int time, int batch, double goal) {}

  /// All of them.
  public void measure() {
    training(new Case(256, 4, 256, 16, 0.65));
    training(new Case(128, 4, 256, 16, 0.55));
    training(new Case(128, 4, 512, 8, 0.45));
    training(new Case(64, 2, 128, 32, 0.45));
    windowedTraining(new Case(128, 4, 256, 16, 0), 16);
    new WritingFigures(rounds, wanted, told).measure();
    new CellFigures(rounds, wanted, told).measure();
  }

  private static TransformerSpec spec(Case one) {
    return TransformerSpec.decoder(
        VOCABULARY, VOCABULARY, one.width, HEADS, one.layers, new Positions.None());
  }

  private void training(Case one) {
    String name = name("training", one);
    if (!wanted.test(name)) {
      return;
    }
    TransformerSpec spec = spec(one);
    long[][] tokens = tokens(one, 1);
    long[][] targets = tokens(one, 2);
    int repeat = repeats(Flops.ofTraining(spec, one.batch, one.time, one.time));
    try (GemmPeak peak = new GemmPeak();
        StockDecoder stock = new StockDecoder(VOCABULARY, one.width, HEADS, one.layers);
        TransformerModel model = TransformerModel.seeded(spec, 1, Hardware.CPU);
        TransformerTrainer trainer = trainer(model, one, tokens, targets)) {
      double flops = repeat * Flops.ofTraining(spec, one.batch, one.time, one.time) / 1e9;
      warmUp(trainer);
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
      told.accept(share(name, pairs.ratio(1, 0), one.goal, context));
    }
  }

  /// Each position sees the `seen` last ones, with a learned bias for each distance.
  private void windowedTraining(Case one, int seen) {
    String name = name("training, windowed", one);
    if (!wanted.test(name)) {
      return;
    }
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
      warmUp(trainer);
      Pairs pairs =
          Pairs.of(
              rounds, () -> peak.measure(12), () -> flops / CpuClock.of(() -> trainer.advance(1)));
      String context =
          "a window of %d with a learned bias, %.1f GFLOP/s".formatted(seen, pairs.median(1));
      told.accept(share(name, pairs.ratio(1, 0), one.goal, context));
    }
  }

  private static void warmUp(TransformerTrainer trainer) {
    double spent = 0;
    while (spent < WARM) {
      spent += CpuClock.of(() -> trainer.advance(1));
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

  static void times(int count, Runnable work) {
    for (int i = 0; i < count; i++) {
      work.run();
    }
  }
}
