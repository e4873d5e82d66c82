package dev.lockstep.examples.bench;

/// Best times: what the machine can do where nothing else disturbs it.
final class Timing {
  private Timing() {}

  /// Something timed.
  @FunctionalInterface
  interface Work {
    void run() throws java.io.IOException;
  }

  /// The least seconds of `repeats` runs.
  static double best(int repeats, Work work) throws java.io.IOException {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < repeats; i++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }
}
