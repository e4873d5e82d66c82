package dev.lockstep.neural.gradients;

import dev.lockstep.neural.host.Blocks;
import dev.lockstep.neural.host.HostDecoder;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// The gradients of small transformers, computed in Java with vectors: at widths where a tensor
/// library spends as much time between its matrix products as in them.
///
/// Threads share a batch in fixed parts and their sums are added in order, so that with the same
/// number of threads the result is the same to the bit. One lesson at a time.
public final class HostGradients {
  /// Wider ones' layers do not fit a core's cache, where a tensor library's large products are
  /// faster.
  private static final int WIDEST = 64;

  /// Weights of attention are kept for the way back, which are this many squared for each head.
  private static final int LONGEST = 512;

  private final TransformerSpec spec;
  private final TrainingLoops loops;
  private final int threads;
  private List<TapedNetwork> networks = List.of(); // of each thread

  private HostGradients(TransformerSpec spec, TrainingLoops loops, int threads) {
    this.spec = spec;
    this.loops = loops;
    this.threads = threads;
  }

  /// For a transformer of which it is known that `formula.py` covers it: there where the process
  /// has vectors, rows are whole blocks, and the width is small.
  public static Optional<HostGradients> of(TransformerSpec spec, int threads) {
    return TrainingLoops.find()
        .filter(_ -> covers(spec))
        .map(loops -> new HostGradients(spec, loops, threads));
  }

  private static boolean covers(TransformerSpec spec) {
    int heads = spec.last().attention().heads();
    return HostDecoder.covers(spec)
        && spec.width() <= WIDEST
        && spec.width() / heads % Blocks.SIZE == 0
        && spec.last().feedForward().hidden() % Blocks.SIZE == 0;
  }

  /// Whether samples of so many positions are covered.
  public boolean covers(long time) {
    return time <= LONGEST;
  }

  /// Adds the gradients of a lesson to `sums`: its loss and share of right answers.
  ///
  /// @param parameters in the order of the spec, and `sums` too
  public double[] learn(float[][] parameters, HostLesson lesson, float[][] sums) {
    int parts = Math.min(threads, lesson.samples());
    if (networks.isEmpty() || networks.getFirst().rows() < lesson.time()) {
      networks =
          IntStream.range(0, threads)
              .mapToObj(_ -> new TapedNetwork(spec, loops, lesson.time()))
              .toList();
    }
    if (parts == 1) {
      return networks.getFirst().learn(parameters, lesson, 0, lesson.samples(), sums);
    }
    List<float[][]> gradients = new ArrayList<>();
    List<CompletableFuture<double[]>> begun = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      TapedNetwork network = networks.get(part);
      float[][] own = zeros(sums);
      int from = lesson.samples() * part / parts;
      int to = lesson.samples() * (part + 1) / parts;
      gradients.add(own);
      begun.add(
          CompletableFuture.supplyAsync(() -> network.learn(parameters, lesson, from, to, own)));
    }
    CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)).join(); // also where one fails
    double[] measured = new double[2];
    for (int part = 0; part < parts; part++) {
      double[] found = begun.get(part).join();
      measured[0] += found[0];
      measured[1] += found[1];
      add(sums, gradients.get(part));
    }
    return measured;
  }

  private static float[][] zeros(float[][] like) {
    float[][] zeros = new float[like.length][];
    for (int i = 0; i < like.length; i++) {
      zeros[i] = new float[like[i].length];
    }
    return zeros;
  }

  private static void add(float[][] sums, float[][] more) {
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums[i].length; j++) {
        sums[i][j] += more[i][j];
      }
    }
  }
}
