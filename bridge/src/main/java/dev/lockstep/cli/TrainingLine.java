package dev.lockstep.cli;

import dev.lockstep.learn.Progress;
import dev.lockstep.verify.Proportion;
import java.util.Locale;

/// Training as it goes: loss, accuracy, speed, and what of all cases is right.
final class TrainingLine implements Progress, AutoCloseable {
  private final LiveLine line;
  private final long begun = System.nanoTime();
  private final String unit;
  private long examples;

  /// @param unit what an example is: `cells` or `tokens`
  TrainingLine(Terminal terminal, long steps, String unit) {
    this.unit = unit;
    this.line = new LiveLine(terminal, "learn", steps);
  }

  @Override
  public void report(Report report) {
    examples += report.examples();
    double seconds = (System.nanoTime() - begun) / 1e9;
    String message =
        String.format(
            Locale.ROOT,
            "%s, loss %.4f, accuracy %s, %,.0f %s/s; cases right: seen %s, unseen %s",
            switch (report.phase()) {
              case TRACES -> "traces";
              case COUNTEREXAMPLES -> "counterexamples";
            },
            report.loss(),
            percent(report.accuracy()),
            examples / seconds,
            unit,
            of(report.seen()),
            of(report.unseen()));
    line.at(report.step(), message);
  }

  private static String of(Proportion proportion) {
    return proportion.right() + "/" + proportion.total();
  }

  private static String percent(double rate) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * rate);
  }

  @Override
  public void close() {
    line.close();
  }
}
