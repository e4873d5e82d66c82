package dev.lockstep.mu.fuzz;

import dev.lockstep.grammar.Deep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;

/// A bounded search on several threads. What it tells, and in which order, depends on the sources
/// alone, not on the threads.
public final class Search {
  private static final int BLOCK = 100;
  private static final int BLOCKS_BETWEEN_NEWS = 100;
  private static final int MOST_FINDINGS = 20;

  private final Fuzzer fuzzer;
  private final LongFunction<Fuzzer.Shown> examine;
  private final Watcher watcher;
  private final Duration patience;

  /// Is told of the search as it goes on.
  public interface Watcher {
    void found(long index, Finding finding);

    /// Now and then, and at the end.
    void news(Tally tally);
  }

  /// What there was so far.
  public record Tally(long sources, long programs, int findings) {
    private Tally plus(long moreSources, long morePrograms, int moreFindings) {
      return new Tally(sources + moreSources, programs + morePrograms, findings + moreFindings);
    }
  }

  public Search(Fuzzer fuzzer, Watcher watcher) {
    this(fuzzer, fuzzer::examine, watcher, Duration.ofMinutes(5));
  }

  /// @param patience after so long one source has hung
  Search(Fuzzer fuzzer, LongFunction<Fuzzer.Shown> examine, Watcher watcher, Duration patience) {
    this.fuzzer = fuzzer;
    this.examine = examine;
    this.watcher = watcher;
    this.patience = patience;
  }

  /// Examines the sources from 0 to `count`, exclusive, or until there are 20 findings or one
  /// source hangs.
  public Tally run(long count, int threads) {
    Tally tally = new Tally(0, 0, 0);
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("fuzz-", 0).daemon().factory());
    boolean hangs = false;
    while (tally.sources() < count && tally.findings() < MOST_FINDINGS && !hangs) {
      long end = Math.min(count, tally.sources() + (long) BLOCK * BLOCKS_BETWEEN_NEWS);
      List<Block> blocks = new ArrayList<>();
      for (long at = tally.sources(); at < end; at += BLOCK) {
        blocks.add(new Block(at, Math.min(end, at + BLOCK)));
      }
      List<Future<?>> running = blocks.stream().<Future<?>>map(pool::submit).toList();
      for (int i = 0; i < blocks.size() && !hangs && tally.findings() < MOST_FINDINGS; i++) {
        hangs = !ended(running.get(i), blocks);
        if (!hangs) {
          Block block = blocks.get(i);
          int told = told(block.found, MOST_FINDINGS - tally.findings());
          tally = tally.plus(block.size(), block.programs, told);
        }
      }
      if (hangs) {
        tally = tally.plus(0, 0, told(hanging(blocks), threads));
      }
      watcher.news(tally);
    }
    pool.shutdownNow();
    return tally;
  }

  private int told(List<Found> found, int most) {
    found.stream().limit(most).forEach(it -> watcher.found(it.index(), it.finding()));
    return Math.min(most, found.size());
  }

  private record Found(long index, Finding finding) {}

  /// Sources that one thread examines one after the other.
  private final class Block implements Runnable {
    private final long from;
    private final long to;
    private final List<Found> found = new ArrayList<>();
    private long programs;
    private volatile long at = -1;
    private volatile long since; // System.nanoTime()

    Block(long from, long to) {
      this.from = from;
      this.to = to;
    }

    long size() {
      return to - from;
    }

    /// On a deep stack throughout: reading and running would each start one of their own.
    @Override
    public void run() {
      Deep.call(
          () -> {
            for (long index = from; index < to; index++) {
              since = System.nanoTime();
              at = index;
              examine(index);
            }
            at = -1;
            return to;
          });
    }

    private void examine(long index) {
      Fuzzer.Shown shown = examine.apply(index);
      programs += shown.program() ? 1 : 0;
      shown.finding().ifPresent(it -> found.add(new Found(index, it)));
    }

    /// The source that takes longer than anybody waits.
    Optional<Long> hanging() {
      long index = at;
      return index >= 0 && System.nanoTime() - since > patience.toNanos()
          ? Optional.of(index)
          : Optional.empty();
    }
  }

  /// Waits for a block to end; `false` where one of `blocks` hangs.
  private static boolean ended(Future<?> future, List<Block> blocks) {
    while (true) {
      try {
        future.get(1, TimeUnit.SECONDS);
        return true;
      } catch (TimeoutException _) {
        if (blocks.stream().anyMatch(block -> block.hanging().isPresent())) {
          return false;
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private List<Found> hanging(List<Block> blocks) {
    return blocks.stream()
        .flatMap(block -> block.hanging().stream())
        .map(
            index ->
                new Found(
                    index,
                    new Finding(
                        Finding.Kind.HANG,
                        "not examined after " + patience.toSeconds() + " s",
                        fuzzer.source(index),
                        Optional.empty())))
        .toList();
  }
}
