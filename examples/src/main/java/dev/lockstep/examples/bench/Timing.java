package dev.lockstep.examples.bench;

/// Best times: what the machine can do where nothing else disturbs it.
final class Timing {
  private Timing() {}

  /// Something timed.
  @FunctionalInterface
  interface Work {
    void run() throws java.io.IOException;
  }

  private static final double LEAST_SECONDS = 1.5; // so that the JVM has compiled what is hot

  /// The least seconds of `repeats` runs, or of as many as it takes to be warm.
  static double best(int repeats, Work work) throws java.io.IOException {
    double best = Double.POSITIVE_INFINITY;
    double spent = 0;
    for (int i = 0; i < repeats || spent < LEAST_SECONDS; i++) {
      long start = System.nanoTime();
      work.run();
      double seconds = (System.nanoTime() - start) / 1e9;
      spent += seconds;
      best = Math.min(best, seconds);
    }
    return best;
  }
}
