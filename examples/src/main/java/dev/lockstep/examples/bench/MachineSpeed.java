package dev.lockstep.examples.bench;

import dev.lockstep.cellular.CellularLanguage;
import dev.lockstep.cli.ExitCode;
import dev.lockstep.cli.Terminal;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.TuringLanguage;
import java.util.Locale;
import java.util.SplittableRandom;

/// How fast machine languages run: steps a second of wall time, the best of some runs, on one
/// thread.
final class MachineSpeed {
  private static final String BUSY_BEAVER_5 = "1RB1LC_1RC1RB_1RD0LE_1LA1LD_1RZ0LA";
  private static final int SIDE = 1024;
  private static final int GENERATIONS = 2_000;
  private static final long TRACED = 5_000_000;

  private final Terminal terminal;
  private final int repeats;

  MachineSpeed(Terminal terminal, int repeats) {
    this.terminal = terminal;
    this.repeats = repeats;
  }

  int measure() {
    Value empty = Value.of("");
    long beaver = 47_176_870;
    print(
        "Turing machine, untraced (busy beaver 5)",
        "steps",
        best(beaver, runner(new TuringLanguage(), BUSY_BEAVER_5), empty));
    print("Turing machine, traced", "events", traced(empty));
    String life = "rule B3/S23\nboundary torus %dx%d\nsteps %d".formatted(SIDE, SIDE, GENERATIONS);
    print(
        "Life, torus 1024 x 1024",
        "cells",
        best((long) SIDE * SIDE * GENERATIONS, runner(new CellularLanguage(), life), soup()));
    return ExitCode.DONE;
  }

  private static <P, D> Runner<D> runner(Language<P, ?, D> language, String text) {
    return language.runner(language.parse(new Source("bench", text))).orElseThrow();
  }

  /// Half the cells alive, from a seed.
  private static Value soup() {
    SplittableRandom random = new SplittableRandom(0);
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < SIDE * SIDE; i++) {
      cells.append(i > 0 && i % SIDE == 0 ? "\n" : "").append(random.nextBoolean() ? 'O' : '.');
    }
    return Value.of(cells.toString());
  }

  private double best(long work, Runner<?> runner, Value input) {
    double best = 0;
    for (int i = 0; i < repeats; i++) {
      long begun = System.nanoTime();
      var _ = runner.run(input, Budget.ofSteps(work), _ -> true);
      best = Math.max(best, work / ((System.nanoTime() - begun) / 1e9));
    }
    return best;
  }

  private double traced(Value input) {
    Runner<?> runner = runner(new TuringLanguage(), BUSY_BEAVER_5);
    double best = 0;
    for (int i = 0; i < repeats; i++) {
      long begun = System.nanoTime();
      var _ = runner.trace(input, Budget.ofSteps(TRACED), (_, _) -> true);
      best = Math.max(best, TRACED / ((System.nanoTime() - begun) / 1e9));
    }
    return best;
  }

  private void print(String what, String unit, double speed) {
    terminal.out().printf(Locale.ROOT, "%-42s %,18.0f %s/s%n", what, speed, unit);
    terminal.out().flush();
  }
}
