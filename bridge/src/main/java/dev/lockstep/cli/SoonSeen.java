package dev.lockstep.cli;

import java.io.PrintStream;

/// Lines that people see soon after they are printed, however long the program then computes, at a
/// price that a program with a million lines can pay.
final class SoonSeen implements AutoCloseable {
  private static final long PAUSE_MILLIS = 50;

  private final PrintStream out;
  private final Thread flusher;
  private volatile boolean unseen;
  private volatile boolean refused;
  private boolean started;

  SoonSeen(PrintStream out) {
    this.out = out;
    flusher = new Thread(this::flush, "flusher");
    flusher.setDaemon(true);
  }

  /// `false` where nobody reads any more.
  boolean println(String line) {
    out.println(line);
    unseen = true;
    if (!started) {
      started = true;
      flusher.start();
    }
    return !refused;
  }

  private void flush() {
    try {
      while (!refused) {
        Thread.sleep(PAUSE_MILLIS);
        if (unseen) {
          unseen = false;
          refused = out.checkError(); // flushes
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the run is over
    }
  }

  @Override
  public void close() {
    flusher.interrupt();
    out.flush();
  }
}
