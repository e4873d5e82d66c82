package dev.lockstep.verify;

import dev.lockstep.execute.LogitNetwork;
import dev.lockstep.execute.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How far the logits of one window differ when only the circumstances of the computation do: the
/// size of the batch, the place in it, and how it is computed.
///
/// @param greatest the greatest difference of a logit seen
/// @param by the greatest difference for each circumstance
/// @param windows how many windows were tried
public record Spread(double greatest, SequencedMap<String, Double> by, int windows) {
  private static final int[] SIZES = {1, 2, 3, 5, 7, 16, 33, 100, 257};
  private static final int MOST_BATCHES = 32; // of each size
  private static final int LARGE = 5_000; // windows at once, more than are judged at once

  public Spread {
    by = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(by));
  }

  /// Measures on `windows`, the first of them in the smallest batches.
  ///
  /// @param others other ways to compute the same logits, by name
  static Spread measure(
      LogitNetwork network, List<Window> windows, SequencedMap<String, LogitNetwork> others) {
    int[][] asked = windows.stream().map(Window::cells).toArray(int[][]::new);
    float[][] logits = network.logits(asked);
    SequencedMap<String, Double> by = new LinkedHashMap<>();
    double sizes = 0;
    for (int size : SIZES) {
      sizes = Math.max(sizes, difference(logits, inBatches(network, asked, size)));
    }
    by.put("batch size", Math.max(sizes, inOneLargeBatch(network, asked, logits)));
    by.put("place in the batch", difference(logits, reversed(network, asked)));
    others.forEach((name, other) -> by.put(name, difference(logits, other.logits(asked))));
    double greatest = by.values().stream().reduce(0.0, Math::max);
    return new Spread(greatest, by, windows.size());
  }

  private static float[][] inBatches(LogitNetwork network, int[][] windows, int size) {
    List<float[]> logits = new ArrayList<>();
    for (int from = 0; from < windows.length && from < size * MOST_BATCHES; from += size) {
      int to = Math.min(windows.length, from + size);
      logits.addAll(List.of(network.logits(Arrays.copyOfRange(windows, from, to))));
    }
    return logits.toArray(float[][]::new);
  }

  /// The windows again and again until the batch is large: the difference to `logits`.
  private static double inOneLargeBatch(LogitNetwork network, int[][] asked, float[][] logits) {
    int[][] many = new int[Math.max(LARGE, asked.length)][];
    Arrays.setAll(many, i -> asked[i % asked.length]);
    float[][] answers = network.logits(many);
    float[][] expected = new float[many.length][];
    Arrays.setAll(expected, i -> logits[i % logits.length]);
    return difference(expected, answers);
  }

  private static float[][] reversed(LogitNetwork network, int[][] windows) {
    List<int[]> asked = new ArrayList<>(List.of(windows));
    Collections.reverse(asked);
    List<float[]> logits = new ArrayList<>(List.of(network.logits(asked.toArray(int[][]::new))));
    Collections.reverse(logits);
    return logits.toArray(float[][]::new);
  }

  /// Over the rows that `others` has; not a number where a logit is none.
  private static double difference(float[][] some, float[][] others) {
    double greatest = 0;
    for (int i = 0; i < others.length; i++) {
      for (int j = 0; j < some[i].length; j++) {
        greatest = Math.max(greatest, Math.abs((double) some[i][j] - others[i][j]));
      }
    }
    return greatest;
  }
}
