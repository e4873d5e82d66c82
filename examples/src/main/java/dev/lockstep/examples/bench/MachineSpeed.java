package dev.lockstep.examples.bench;

import dev.lockstep.cellular.CellularLanguage;
import dev.lockstep.cli.ExitCode;
import dev.lockstep.cli.Terminal;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.subleq.SubleqLanguage;
import dev.lockstep.turing.TuringLanguage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// How fast machine languages run: steps a second of this thread's CPU time, the best of some runs;
/// and how far machines were followed step by step. Each figure with its goal, where it has one.
final class MachineSpeed {
  private static final String BUSY_BEAVER_5 = "1RB1LC_1RC1RB_1RD0LE_1LA1LD_1RZ0LA";
  private static final long BEAVER = 47_176_870;

  /// Counts in binary on the second tape, over and over.
  private static final String COUNTER =
      """
      tapes 2
      blank _
      start count
      halt done
      count: any, 1 -> same, 0 R, L count
      count: any, 0 -> same, 1 L, R last
      count: any, _ -> same, 1 L, R last
      last: any, 0 -> same, 0 N, R last
      last: any, 1 -> same, 1 N, R last
      last: any, _ -> same, _ R, L count
      """;

  /// Counts down from a large number: a subtraction and a jump back.
  private static final String COUNTDOWN =
      """
              .width 64
      loop:  subleq one, count, done
             subleq zero, zero, loop
      done:  subleq zero, zero, -1
      zero:  .word 0
      one:   .word 1
      count: .word 1000000000
      """;

  private static final int SIDE = 1024;
  private static final int GENERATIONS = 2_000;
  private static final long STEPS = 50_000_000;
  private static final long TRACED = 5_000_000;
  private static final double FAST = 100e6;
  private static final double EVENTS = 3e6;
  private static final double CELLS = 1e9;

  private final Terminal terminal;
  private final int repeats;
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private boolean missed;

  MachineSpeed(Terminal terminal, int repeats) {
    this.terminal = terminal;
    this.repeats = repeats;
  }

  /// Exit code 1 where a goal is missed.
  int measure() {
    Value empty = Value.of("");
    Runner<?> beaver = runner(new TuringLanguage(), BUSY_BEAVER_5);
    Runner<?> counter = runner(new TuringLanguage(), COUNTER);
    Runner<?> countdown = runner(new SubleqLanguage(), COUNTDOWN);
    Value nothing = new Value.Items(List.of());
    print("Turing machine, untraced (busy beaver 5)", "steps", run(BEAVER, beaver, empty), FAST);
    print("Turing machine, traced", "events", traced(beaver, empty), EVENTS);
    print("Turing machine of two tapes, untraced", "steps", run(STEPS, counter, empty), 0);
    print("Turing machine of two tapes, traced", "events", traced(counter, empty), EVENTS);
    print("SUBLEQ, untraced", "steps", run(STEPS, countdown, nothing), FAST);
    print("SUBLEQ, traced", "events", traced(countdown, nothing), EVENTS);
    String life = "rule B3/S23\nboundary torus %dx%d\nsteps %d".formatted(SIDE, SIDE, GENERATIONS);
    long cells = (long) SIDE * SIDE * GENERATIONS;
    print(
        "Life, torus 1024 x 1024",
        "cells",
        run(cells, runner(new CellularLanguage(), life), soup()),
        CELLS);
    for (MachineLockstep.Followed row : new MachineLockstep().rows()) {
      print(row);
    }
    return missed ? ExitCode.CHECK_FAILED : ExitCode.DONE;
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

  private double run(long work, Runner<?> runner, Value input) {
    return best(work, () -> runner.run(input, Budget.ofSteps(work), _ -> true));
  }

  private double traced(Runner<?> runner, Value input) {
    return best(TRACED, () -> runner.trace(input, Budget.ofSteps(TRACED), (_, _) -> true));
  }

  /// So much work a second.
  private double best(long work, Runnable run) {
    double best = 0;
    for (int i = 0; i < repeats; i++) {
      long begun = clock.getCurrentThreadCpuTime();
      run.run();
      best = Math.max(best, work / ((clock.getCurrentThreadCpuTime() - begun) / 1e9));
    }
    return best;
  }

  /// @param goal what the speed should reach; 0 where there is none
  private void print(String what, String unit, double speed, double goal) {
    String judged = goal == 0 ? "" : "  goal %,.0f%s".formatted(goal, judged(speed >= goal));
    line("%-42s %,18.0f %s/s%s", what, speed, unit, judged);
  }

  private void print(MachineLockstep.Followed row) {
    boolean held = row.parted().isEmpty() && row.steps() >= row.goal();
    line(
        "%-42s %,18d %s  goal %,d%s%s",
        row.what(),
        row.steps(),
        row.unit(),
        row.goal(),
        judged(held),
        row.parted().map(it -> ": " + it).orElse(""));
  }

  private String judged(boolean reached) {
    missed |= !reached;
    return reached ? "" : "  MISSED";
  }

  private void line(String format, Object... values) {
    terminal.out().printf(Locale.ROOT, format + "%n", values);
    terminal.out().flush();
  }
}
