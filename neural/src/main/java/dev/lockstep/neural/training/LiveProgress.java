package dev.lockstep.neural.training;

import java.util.Locale;
import java.util.function.Consumer;

/// Reports as one line of text each.
///
/// @param out where a line goes, without its end
/// @param unit what an example is, such as `tokens`
public record LiveProgress(Consumer<String> out, String unit) implements Consumer<Report> {
  @Override
  public void accept(Report report) {
    StringBuilder line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "step %,d  loss %.4f  accuracy %.2f %%  %,.0f %s/s",
                report.step(),
                report.loss(),
                100 * report.accuracy(),
                report.examplesPerSecond(),
                unit));
    report
        .peakShare()
        .ifPresent(
            share -> line.append(String.format(Locale.ROOT, "  %.0f %% of peak", 100 * share)));
    report
        .exact()
        .ifPresent(
            exact -> line.append(String.format(Locale.ROOT, "  exact %.2f %%", 100 * exact)));
    report
        .secondsLeft()
        .ifPresent(left -> line.append(String.format(Locale.ROOT, "  %.0f s left", left)));
    out.accept(line.toString());
  }
}
