package dev.lockstep.grammar;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Work that recurses as deep as a program is nested, on a thread whose stack is large enough.
///
/// Nesting 100,000 deep is legal in a source; the stack is virtual memory and only what is used of
/// it costs anything.
public final class Deep {
  private static final long STACK_BYTES = 1L << 29;

  private Deep() {}

  /// What `work` answers or throws; runs it in place where the caller is already deep. Throws
  /// `UnreadableSource` where even this stack is too small.
  public static <T> T call(Supplier<T> work) {
    if (Thread.currentThread() instanceof DeepThread) {
      return work.get();
    }
    AtomicReference<Outcome<T>> outcome = new AtomicReference<>();
    Thread thread = new DeepThread(() -> outcome.set(Outcome.of(work)));
    thread.start();
    join(thread);
    return switch (outcome.get()) {
      case Outcome.Answer<T>(T value) -> value;
      case Outcome.Thrown<T>(RuntimeException e) -> throw e;
      case Outcome.Broken<T>(Error e) -> throw e;
    };
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException _) {
        interrupted = true; // the work is finite: end it, then tell the caller
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class DeepThread extends Thread {
    DeepThread(Runnable work) {
      super(null, work, "deep", STACK_BYTES);
      setDaemon(true);
    }
  }

  private sealed interface Outcome<T> {
    record Answer<T>(T value) implements Outcome<T> {}

    record Thrown<T>(RuntimeException e) implements Outcome<T> {}

    record Broken<T>(Error e) implements Outcome<T> {}

    static <T> Outcome<T> of(Supplier<T> work) {
      try {
        return new Answer<>(work.get());
      } catch (RuntimeException e) {
        return new Thrown<>(e);
      } catch (StackOverflowError _) {
        return new Thrown<>(new UnreadableSource("the program is nested too deep"));
      } catch (Error e) {
        return new Broken<>(e);
      }
    }
  }
}
