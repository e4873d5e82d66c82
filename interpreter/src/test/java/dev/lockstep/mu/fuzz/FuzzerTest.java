package dev.lockstep.mu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.machine.MuDelta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FuzzerTest {
  /// A text with much of the language in it, to be damaged.
  private static final String WRITTEN =
      """
      record Point { x: int, y: int }

      fn where(p: Point?, names: {str: int}) -> str {
        match p {
          none => return "nowhere"
          some(Point(x: 0, y)) => return str(y) + "é😀"
          some(_) => return if "a" in names { "named" } else { "elsewhere" }
        }
      }

      fn main(n: int, s: str) {
        var total = 0
        for (i, c) in [(1, s), (2, "b")] {
          if i == n { continue }
          total += len(c)
        }
        print where(some(Point(x: n, y: total)), {"a": 1})
        assert total >= 0
      }
      """;

  @Test
  void aSmallSearchFindsNothing() {
    Notes notes = new Notes();
    Search.Tally tally = new Search(new Fuzzer(20_261_124, List.of(WRITTEN)), notes).run(600, 2);
    assertThat(notes.found).isEmpty();
    assertThat(tally.sources()).isEqualTo(600);
    assertThat(tally.programs()).isBetween(300L, 570L);
  }

  @Test
  void aSourceComesAgainFromItsNumber() {
    Fuzzer fuzzer = new Fuzzer(3, List.of(WRITTEN));
    LongStream.range(0, 50)
        .forEach(
            index ->
                assertThat(new Fuzzer(3, List.of(WRITTEN)).source(index))
                    .isEqualTo(fuzzer.source(index)));
    assertThat(fuzzer.source(4)).isNotEqualTo(new Fuzzer(4, List.of()).source(4));
  }

  @Test
  void anEngineThatMiscountsIsFoundAndTheSourceShrunkWhateverTheThreads() {
    List<List<String>> all = new ArrayList<>();
    for (int threads : List.of(1, 3)) {
      Notes notes = new Notes();
      Examination.Engines wrong = (machine, _) -> new Miscounting(Runner.reference(machine));
      new Search(new Fuzzer(7, List.of(), wrong), notes).run(4, threads);
      all.add(notes.found);
    }
    assertThat(all.getFirst()).isEqualTo(all.getLast()).hasSizeGreaterThan(1);
    assertThat(all.getFirst())
        .allSatisfy(
            it -> {
              assertThat(it).contains("DISAGREEMENT: the engines run differently");
              assertThat(it.lines().count()).isLessThan(6);
            });
  }

  @Test
  void anEngineThatBreaksIsACrash() {
    Fuzzer fuzzer =
        new Fuzzer(
            7,
            List.of(),
            (_, _) -> {
              throw new IllegalStateException("broken");
            });
    Finding found =
        LongStream.range(0, 20)
            .mapToObj(fuzzer::examine)
            .flatMap(it -> it.finding().stream())
            .findFirst()
            .orElseThrow();
    assertThat(found.kind()).isEqualTo(Finding.Kind.CRASH);
    assertThat(found.message()).contains("broken");
  }

  @Test
  void aSourceWithoutEndIsNamedAndEndsTheSearch() {
    Notes notes = new Notes();
    Fuzzer fuzzer = new Fuzzer(7, List.of());
    CountDownLatch never = new CountDownLatch(1);
    Search search =
        new Search(
            fuzzer,
            index -> {
              if (index == 30) {
                await(never);
              }
              return new Fuzzer.Shown(true, Optional.empty());
            },
            notes,
            Duration.ofMillis(200));
    Search.Tally tally = search.run(30_000, 2);
    never.countDown();
    assertThat(notes.found).hasSize(1).first().asString().startsWith("30 HANG: not examined");
    assertThat(tally.findings()).isEqualTo(1);
    assertThat(tally.sources()).isLessThan(30_000);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The interpreter, but that it counts a step too many where nobody watches.
  private record Miscounting(Runner<MuDelta> right) implements Runner<MuDelta> {
    @Override
    public Optional<Finish> run(Value input, Budget budget, Predicate<String> printed) {
      return right
          .run(input, budget, printed)
          .map(it -> new Finish(it.ending(), it.steps() + 1, it.reached(), it.output()));
    }

    @Override
    public Optional<Finish> trace(Value input, Budget budget, StepSink<MuDelta> sink) {
      return right.trace(input, budget, sink);
    }
  }

  private static final class Notes implements Search.Watcher {
    private final List<String> found = new ArrayList<>();

    @Override
    public void found(long index, Finding finding) {
      found.add(index + " " + finding.kind() + ": " + finding.message() + "\n" + finding.text());
    }

    @Override
    public void news(Search.Tally tally) {}
  }
}
