package dev.lockstep.cli;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Ctrl-C as a question: work that asks `asked` now and then ends in good order, and the process
/// waits until it has, so that no native code is left running.
final class Interruption implements AutoCloseable {
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Consumer<Interruption> last;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ask, "interruption");

  Interruption() {
    this(_ -> {});
  }

  private Interruption(Consumer<Interruption> last) {
    this.last = last;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// The same, which says so to the user at the end where it was asked.
  static Interruption told(Terminal terminal) {
    return new Interruption(
        it -> {
          if (it.asked()) {
            terminal.out().flush();
            terminal.err().println("lockstep: interrupted");
            terminal.err().flush();
          }
        });
  }

  /// Throws `Interrupted` where the process was told to end.
  void check() {
    if (asked()) {
      throw new Interrupted();
    }
  }

  /// `executor`, whose runs end with `Interrupted` at the first step after the process was told to
  /// end.
  <C, D> Executor<C, D> watched(Executor<C, D> executor) {
    return new Executor<>() {
      @Override
      public void run(C start, Budget budget, RunSink<C, D> sink) {
        executor.run(start, budget, stopping(sink));
      }

      @Override
      public void runAll(List<C> starts, Budget budget, List<? extends RunSink<C, D>> sinks) {
        executor.runAll(starts, budget, sinks.stream().map(it -> stopping(it)).toList());
      }
    };
  }

  private <C, D> RunSink<C, D> stopping(RunSink<C, D> sink) {
    return new RunSink<>() {
      @Override
      public void start(C configuration) {
        check();
        sink.start(configuration);
      }

      @Override
      public boolean step(D delta, Note note, C after) {
        check();
        return sink.step(delta, note, after);
      }

      @Override
      public void end(Ending ending, C configuration) {
        sink.end(ending, configuration);
      }
    };
  }

  /// The work was given up because the process was told to end.
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void ask() {
    asked.set(true);
    try {
      ended.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether the process was told to end.
  boolean asked() {
    return asked.get();
  }

  /// The work has ended.
  @Override
  public void close() {
    last.accept(this);
    ended.countDown();
    if (!asked()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        asked.set(true); // the process began to end just now
      }
    }
  }
}
