package dev.lockstep.examples.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.lockstep.grammar.Deep;
import java.lang.management.ManagementFactory;

/// Best times: what the machine can do where nothing else disturbs it.
final class Timing {
  private static final double LEAST_SECONDS = 1.5; // so that the JVM has compiled what is hot

  private Timing() {}

  /// Something timed.
  @FunctionalInterface
  interface Work {
    void run() throws java.io.IOException;
  }

  /// Something timed that has an answer.
  @FunctionalInterface
  interface Answer {
    long get();
  }

  /// The least CPU seconds of two ways to one answer.
  record Pair(double first, double second, long answer) {}

  /// The least CPU seconds of the thread that computes, of `repeats` runs of each, or of as many as
  /// it takes to be warm; in turns, so that both meet the same machine. Other work on the machine
  /// does not count, nor do the JVM's own threads. Throws `IllegalStateException` where the answers
  /// differ.
  static Pair both(int repeats, Answer first, Answer second) {
    return both(repeats, LEAST_SECONDS, first, second);
  }

  /// The same, warm after `leastSeconds` of the faster one.
  static Pair both(int repeats, double leastSeconds, Answer first, Answer second) {
    return Deep.call(
        () -> {
          Pair best = new Pair(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
          double spent = 0;
          for (int i = 0; i < repeats || spent < leastSeconds; i++) {
            double start = cpu();
            long one = first.get();
            double middle = cpu();
            long two = second.get();
            double end = cpu();
            if (one != two) {
              throw new IllegalStateException("the answers are " + one + " and " + two);
            }
            best =
                new Pair(
                    Math.min(best.first(), middle - start),
                    Math.min(best.second(), end - middle),
                    one);
            spent += Math.min(middle - start, end - middle);
          }
          return best;
        });
  }

  private static double cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /// The least CPU seconds of the whole process, compiler and garbage collector included, of
  /// `repeats` runs.
  static double process(int repeats, Work work) throws java.io.IOException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < repeats; i++) {
      long start = system.getProcessCpuTime();
      work.run();
      best = Math.min(best, system.getProcessCpuTime() - start);
    }
    return best / 1e9;
  }
}
