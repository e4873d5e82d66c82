package dev.lockstep.examples.bench;

import java.util.List;
import java.util.function.LongUnaryOperator;

/// One algorithm three times: `NAME.mu`, `NAME.py` and a Java method, on the same size.
record Workload(String name, long size, LongUnaryOperator java) {
  static final List<Workload> ALL =
      List.of(
          new Workload("sieve", 2_000_000, Peers::sieve),
          new Workload("collatz", 60_000, Peers::collatz),
          new Workload("bubble", 2_500, Peers::bubble),
          new Workload("matrix", 240, Peers::matrix),
          new Workload("gcds", 1_500, Peers::gcds),
          new Workload("queens", 10, Peers::queens),
          new Workload("subsequence", 2_000, Peers::subsequence),
          new Workload("mandelbrot", 300, Peers::mandelbrot));
}
