package dev.lockstep.neural.training;

import com.sun.management.OperatingSystemMXBean;
import dev.lockstep.neural.Metrics;
import dev.lockstep.neural.Trainer;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/// Takes a trainer from where it stands to its plan's end, or to a limit, or until it is exact.
///
/// @param every reports come after so many steps
/// @param evaluation what is measured between steps, where anything is
/// @param yardstick where the share of the machine's peak is to be told
/// @param listeners hear each report, in this order, in the training's thread
public record TrainingRun(
    Limits limits,
    long every,
    Optional<Evaluation> evaluation,
    Optional<Yardstick> yardstick,
    List<Consumer<Report>> listeners) {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  public TrainingRun {
    listeners = List.copyOf(listeners);
    if (every < 1) {
      throw new IllegalArgumentException("expected reports every step or less often");
    }
  }

  /// To the plan's end.
  public static TrainingRun quietly(Limits limits) {
    return new TrainingRun(limits, 100, Optional.empty(), Optional.empty(), List.of());
  }

  /// Trains. Limits count from this call, so a resumed training has them anew.
  ///
  /// @param stop asked before each report's steps
  public Ending run(Trainer trainer, BooleanSupplier stop) {
    Progress progress = new Progress(trainer);
    while (true) {
      Optional<Ending> ending = progress.ending();
      if (ending.isPresent()) {
        return ending.get();
      }
      if (stop.getAsBoolean()) {
        return Ending.STOPPED;
      }
      progress.advance();
    }
  }

  /// The state of one run.
  private final class Progress {
    private final Trainer trainer;
    private final long firstStep;
    private final long begun = System.nanoTime();
    private final double cpuBegun = cpuSeconds();
    private long examples;
    private int exactInARow;
    private OptionalDouble exact = OptionalDouble.empty();
    private boolean diverged;

    Progress(Trainer trainer) {
      this.trainer = trainer;
      this.firstStep = trainer.step();
    }

    Optional<Ending> ending() {
      if (diverged) {
        return Optional.of(Ending.DIVERGED);
      }
      if (evaluation.isPresent()
          && evaluation.get().patience() > 0
          && exactInARow >= evaluation.get().patience()) {
        return Optional.of(Ending.EXACT);
      }
      if (trainer.step() >= trainer.plan().steps()) {
        return Optional.of(Ending.PLAN);
      }
      if (taken() >= limits.steps()) {
        return Optional.of(Ending.STEPS);
      }
      if (examples >= limits.examples()) {
        return Optional.of(Ending.EXAMPLES);
      }
      if (cpu() >= limits.cpuSeconds()) {
        return Optional.of(Ending.CPU_SECONDS);
      }
      return wall() >= limits.wall().toSeconds() + limits.wall().toNanosPart() / 1e9
          ? Optional.of(Ending.WALL)
          : Optional.empty();
    }

    private long taken() {
      return trainer.step() - firstStep;
    }

    private double cpu() {
      return cpuSeconds() - cpuBegun;
    }

    private double wall() {
      return (System.nanoTime() - begun) / 1e9;
    }

    void advance() {
      double wallBefore = wall();
      double cpuBefore = cpu();
      int steps = steps();
      double rate = trainer.plan().rate(trainer.step());
      Metrics metrics = trainer.advance(steps);
      double seconds = wall() - wallBefore;
      double cpuSpent = cpu() - cpuBefore;
      examples += metrics.examples();
      diverged = !Double.isFinite(metrics.loss());
      evaluate();
      Report report =
          new Report(
              trainer.step(),
              rate,
              metrics.loss(),
              metrics.accuracy(),
              examples,
              cpu(),
              metrics.examples() / Math.max(seconds, 1e-9),
              yardstick.map(it -> share(it, steps, cpuSpent)).orElse(OptionalDouble.empty()),
              exact,
              left());
      listeners.forEach(listener -> listener.accept(report));
    }

    /// Up to the next report, evaluation or known end.
    private int steps() {
      long now = Math.min(every, trainer.plan().steps() - trainer.step());
      now = Math.min(now, limits.steps() - taken());
      if (evaluation.isPresent()) {
        long period = evaluation.get().every();
        now = Math.min(now, period - trainer.step() % period);
      }
      return Math.toIntExact(now);
    }

    private void evaluate() {
      if (evaluation.isPresent() && trainer.step() % evaluation.get().every() == 0) {
        double found = evaluation.get().exact().getAsDouble();
        exact = OptionalDouble.of(found);
        exactInARow = found == 1 ? exactInARow + 1 : 0;
      }
    }

    private OptionalDouble share(Yardstick it, int steps, double cpuSpent) {
      return cpuSpent > 0
          ? OptionalDouble.of(it.operations() * steps / cpuSpent / 1e9 / it.peak())
          : OptionalDouble.empty(); // too short for the system's clock
    }

    private OptionalDouble left() {
      double each = wall() / Math.max(1, taken());
      double steps =
          Math.min(trainer.plan().steps() - trainer.step(), limits.steps() - taken()) * each;
      double byExamples = (limits.examples() - examples) * (wall() / Math.max(1, examples));
      double byCpu = (limits.cpuSeconds() - cpu()) * (wall() / Math.max(1e-9, cpu()));
      double byWall = limits.wall().toSeconds() - wall();
      return OptionalDouble.of(
          Math.max(0, DoubleStream.of(steps, byExamples, byCpu, byWall).min().orElseThrow()));
    }
  }

  private static double cpuSeconds() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }
}
