package dev.lockstep.cli;

import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// How far some work is: one moving line where a person watches, else a line at every tenth.
final class LiveLine implements AutoCloseable {
  private static final int TENTHS = 10;

  private final Terminal terminal;
  private final String task;
  private final long most;
  private final ProgressBar[] bar; // one, or none where nobody watches
  private long told;

  /// @param most the work in units of `at`
  LiveLine(Terminal terminal, String task, long most) {
    this.terminal = terminal;
    this.task = task;
    this.most = most;
    this.bar = terminal.live() ? new ProgressBar[] {bar()} : new ProgressBar[0];
  }

  private ProgressBar bar() {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(most)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .setMaxRenderedLength(110)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), 110))
        .build();
  }

  /// The work is at `done`; `message` says more.
  void at(long done, String message) {
    for (ProgressBar it : bar) {
      it.stepTo(done);
      it.setExtraMessage(message);
    }
    long tenth = done * TENTHS / Math.max(1, most);
    if (bar.length == 0 && (tenth > told || done == most)) {
      told = tenth;
      terminal
          .err()
          .println(String.format(Locale.ROOT, "%s: %,d of %,d, %s", task, done, most, message));
      terminal.err().flush();
    }
  }

  @Override
  public void close() {
    for (ProgressBar it : bar) {
      it.close();
    }
  }
}
