package dev.lockstep.examples.bench;

import dev.lockstep.cli.ExitCode;
import dev.lockstep.cli.Terminal;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.bench.Figure;
import dev.lockstep.neural.bench.Figures;
import dev.lockstep.neural.bench.FirstStep;
import dev.lockstep.neural.bench.WallTime;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The engine's figures on this machine, printed as they come: those whose names begin with `rows`.
record NeuralSpeed(Terminal terminal, int rounds, String rows) {
  private static final String START = "start to the first training step";
  private static final List<WallTime> WALL_TIMES =
      List.of(
          new WallTime(2, 256, 4, 256, 16),
          new WallTime(2, 128, 4, 256, 16),
          new WallTime(2, 128, 4, 512, 8),
          new WallTime(2, 64, 2, 128, 32));

  /// Everything; the exit code says whether all goals were reached.
  int measure() throws IOException {
    terminal.out().println(Arithmetic.of(Hardware.CPU));
    List<Figure> all = new ArrayList<>();
    new Figures(Math.max(1, rounds), this::wanted, figure -> all.add(print(figure))).measure();
    for (WallTime each : WALL_TIMES) {
      if (wanted(each.name())) {
        all.add(print(wall(each)));
      }
    }
    if (wanted(START)) {
      all.add(print(start()));
    }
    long impossible = all.stream().filter(it -> it.verdict() == Figure.Verdict.IMPOSSIBLE).count();
    long missed = all.stream().filter(it -> it.verdict() == Figure.Verdict.MISSED).count();
    terminal
        .out()
        .printf(
            Locale.ROOT, "%d figures, %d missed, %d impossible%n", all.size(), missed, impossible);
    return impossible > 0 || missed > 0 ? ExitCode.CHECK_FAILED : ExitCode.DONE;
  }

  private boolean wanted(String name) {
    return name.startsWith(rows);
  }

  private static Figure wall(WallTime each) throws IOException {
    try {
      return each.measure();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /// Starts per two seconds, so that more is better here too.
  private static Figure start() throws IOException {
    try {
      FirstStep.measure(); // fills the disk cache
      double seconds = FirstStep.measure();
      return new Figure(
          START,
          2 / seconds,
          "times within 2 s",
          1,
          Double.POSITIVE_INFINITY,
          String.format(Locale.ROOT, "%.2f s of wall time", seconds));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private Figure print(Figure figure) {
    String goal =
        figure.goal() > 0
            ? String.format(Locale.ROOT, "goal %.4g: %s", figure.goal(), figure.verdict())
            : figure.verdict() == Figure.Verdict.IMPOSSIBLE ? "IMPOSSIBLE" : "no goal";
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%-62s %8.2f %s (%s)%s%n",
            figure.name(),
            figure.value(),
            figure.unit(),
            goal,
            figure.context().isEmpty() ? "" : "; " + figure.context());
    terminal.out().flush();
    return figure;
  }
}
