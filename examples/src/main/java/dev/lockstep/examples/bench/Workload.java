package dev.lockstep.examples.bench;

import java.util.List;
import java.util.function.LongUnaryOperator;

/// One algorithm three times: `NAME.mu`, `NAME.py` and a Java method, on the same size: one that
/// takes CPython half a second or more.
record Workload(String name, long size, LongUnaryOperator java) {
  static final List<Workload> ALL =
      List.of(
          new Workload("sieve", 4_000_000, Peers::sieve),
          new Workload("collatz", 100_000, Peers::collatz),
          new Workload("bubble", 4_000, Peers::bubble),
          new Workload("matrix", 240, Peers::matrix),
          new Workload("gcds", 1_500, Peers::gcds),
          new Workload("queens", 11, Peers::queens),
          new Workload("subsequence", 3_000, Peers::subsequence),
          new Workload("mandelbrot", 400, Peers::mandelbrot));
}
