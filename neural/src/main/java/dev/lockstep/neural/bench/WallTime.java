package dev.lockstep.neural.bench;

import dev.lockstep.neural.Decay;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.TrainingPlan;
import dev.lockstep.neural.engine.TransformerModel;
import dev.lockstep.neural.engine.TransformerTrainer;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What a training step takes on the clock on the wall, each reading in a process of its own: ours,
/// and where this machine's Python has PyTorch, that one's. Context, not a goal: neighbours on the
/// machine count.
public record WallTime(int threads, int width, int layers, int time, int batch) {
  private static final int VOCABULARY = 32;
  private static final int HEADS = 4;
  private static final int STEPS = 3; // of which the fastest counts

  /// Prints milliseconds of the fastest step: THREADS WIDTH LAYERS TIME BATCH.
  public static void main(String[] args) {
    int[] n = IntStream.range(0, args.length).map(i -> Integer.parseInt(args[i])).toArray();
    System.out.println(new WallTime(n[0], n[1], n[2], n[3], n[4]).here());
  }

  double here() {
    TransformerSpec spec =
        TransformerSpec.decoder(VOCABULARY, VOCABULARY, width, HEADS, layers, new Positions.None());
    TrainingPlan plan = new TrainingPlan(1, 1_000, batch, 1e-3, 0, Decay.CONSTANT, 0, 1);
    SplittableRandom random = new SplittableRandom(1);
    List<Sample> samples =
        IntStream.range(0, batch)
            .mapToObj(_ -> Sample.of(ids(random)).withTargets(ids(random)))
            .toList();
    try (TransformerModel model = TransformerModel.seeded(spec, 1, Hardware.CPU);
        TransformerTrainer trainer = new TransformerTrainer(model, plan)) {
      trainer.pool(samples);
      trainer.advance(1);
      DoubleSupplier step =
          () -> {
            long begun = System.nanoTime();
            trainer.advance(1);
            return (System.nanoTime() - begun) / 1e6;
          };
      return DoubleStream.generate(step).limit(STEPS).min().orElseThrow();
    }
  }

  private int[] ids(SplittableRandom random) {
    return random.ints(time, 0, VOCABULARY).toArray();
  }

  /// The name of its figure.
  public String name() {
    return "wall time of a step, %d threads, width %d, %d layers, %d tokens, batch %d"
        .formatted(threads, width, layers, time, batch);
  }

  /// Measures both.
  public Figure measure() throws IOException, InterruptedException {
    List<String> sizes =
        IntStream.of(threads, width, layers, time, batch).mapToObj(Integer::toString).toList();
    double ours =
        Double.parseDouble(Child.java(WallTime.class, threads, sizes.toArray(String[]::new)));
    Optional<String> peer = pyTorch(sizes);
    return new Figure(
        name(),
        ours,
        "ms",
        0,
        Double.POSITIVE_INFINITY,
        peer.map(said -> beside(ours, said)).orElse("no Python here has PyTorch"));
  }

  static String beside(double ours, String said) {
    int space = said.indexOf(' ');
    double theirs = Double.parseDouble(said.substring(space + 1));
    return String.format(
        Locale.ROOT,
        "PyTorch %s of this machine's Python %.0f ms, %.2f times as long",
        said.substring(0, space),
        theirs,
        theirs / ours);
  }

  /// Version and milliseconds, by the first Python that has PyTorch.
  static Optional<String> pyTorch(List<String> sizes) throws IOException, InterruptedException {
    Path script = Files.createTempFile("step", ".py");
    try (InputStream source = WallTime.class.getResourceAsStream("step.py")) {
      Files.write(script, source.readAllBytes());
      for (String python : List.of("python3", "/usr/bin/python3")) {
        List<String> command = new ArrayList<>(List.of(python, script.toString()));
        command.addAll(sizes);
        command.add(Integer.toString(STEPS));
        if (hasPyTorch(python)) {
          return Optional.of(Child.said(Integer.parseInt(sizes.getFirst()), command));
        }
      }
      return Optional.empty();
    } finally {
      Files.deleteIfExists(script);
    }
  }

  private static boolean hasPyTorch(String python) throws InterruptedException {
    try {
      Child.said(1, List.of(python, "-c", "import torch"));
      return true;
    } catch (IOException _) {
      return false; // no such Python, or without it
    }
  }
}
