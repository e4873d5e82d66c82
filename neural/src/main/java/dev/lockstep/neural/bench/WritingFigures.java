package dev.lockstep.neural.bench;

import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.decoding.Task;
import dev.lockstep.neural.decoding.Writer;
import dev.lockstep.neural.engine.TransformerModel;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// How fast text is written, beside stock DJL.
record WritingFigures(int rounds, Predicate<String> wanted, Consumer<Figure> told) {
  private static final int VOCABULARY = 32;
  private static final int WIDTH = 128;
  private static final int HEADS = 4;
  private static final int LAYERS = 4;
  private static final int WRITTEN = 256;
  private static final TransformerSpec SPEC =
      TransformerSpec.decoder(VOCABULARY, VOCABULARY, WIDTH, HEADS, LAYERS, new Positions.None());

  void measure() {
    decoding(64, 8);
    decoding(1, 3.5);
    windowedDecoding();
  }

  private void decoding(int batch, double goal) {
    String name = "decoding, width 128, 4 layers, 256 tokens, batch " + batch;
    if (!wanted.test(name)) {
      return;
    }
    long[] first = new SplittableRandom(3).longs(batch, 0, VOCABULARY).toArray();
    List<int[]> prompts =
        Arrays.stream(first).mapToObj(id -> new int[] {Math.toIntExact(id)}).toList();
    double tokens = (double) batch * WRITTEN;
    try (GemmPeak peak = new GemmPeak();
        StockDecoder stock = new StockDecoder(VOCABULARY, WIDTH, HEADS, LAYERS);
        TransformerModel model = TransformerModel.seeded(SPEC, 1, Hardware.CPU)) {
      Task task = Task.of(prompts, WRITTEN, -1);
      Writer writer = new Writer(model);
      int ours = batch == 1 ? 8 : 1;
      Pairs pairs =
          Pairs.of(
              rounds,
              () ->
                  ours * tokens / CpuClock.of(() -> Figures.times(ours, () -> writer.write(task))),
              () -> tokens / CpuClock.of(() -> stock.write(first, WRITTEN)),
              () -> peak.measure(12));
      double perToken = Flops.ofWriting(SPEC, WRITTEN / 2) / 1e9;
      told.accept(
          new Figure(
              name,
              pairs.ratio(0, 1),
              "times stock DJL",
              goal,
              Figures.IMPOSSIBLE * pairs.median(2) / perToken / pairs.median(1),
              "%,.0f tokens per CPU second, stock %,.0f; %.0f GFLOP/s of %.0f"
                  .formatted(
                      pairs.median(0),
                      pairs.median(1),
                      pairs.median(0) * perToken,
                      pairs.median(2))));
    }
  }

  /// What a token costs at the end of a long text, over what it costs in a short one.
  private void windowedDecoding() {
    String name = "decoding, windowed, 4,096 tokens against 256";
    if (!wanted.test(name)) {
      return;
    }
    Visibility window =
        new Visibility.Both(new Visibility.Causal(), new Visibility.Window(Visibility.ORDER, 15));
    TransformerSpec spec =
        TransformerSpec.of(VOCABULARY, WIDTH, SPEC.last().with(Attention.of(HEADS, window)));
    List<int[]> prompts = List.of(new int[] {1});
    try (TransformerModel model = TransformerModel.seeded(spec, 1, Hardware.CPU)) {
      Writer writer = new Writer(model);
      Task shorter = Task.of(prompts, 256, -1);
      Pairs pairs =
          Pairs.of(
              rounds,
              () -> 4_096 / CpuClock.of(() -> writer.write(Task.of(prompts, 4_096, -1))),
              () -> 4_096 / CpuClock.of(() -> Figures.times(16, () -> writer.write(shorter))));
      told.accept(
          new Figure(
              name,
              pairs.ratio(0, 1),
              "times the speed",
              0.85,
              Double.POSITIVE_INFINITY,
              "%,.0f and %,.0f tokens per CPU second".formatted(pairs.median(0), pairs.median(1))));
    }
  }
}
