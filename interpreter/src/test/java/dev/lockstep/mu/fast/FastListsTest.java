package dev.lockstep.mu.fast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.MuRun;
import dev.lockstep.mu.MuRunner;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Loops of the fast engine that make lists longer while they read them: each beside the
/// interpreter, with reads before the list, in it and behind it.
class FastListsTest {
  private static final Value INPUT = ValueJson.parse("{\"n\": 12}");

  private record Told(Optional<Runner.Finish> finish, List<String> lines) {}

  private static Told run(Runner<MuDelta> runner, Budget budget) {
    List<String> lines = new ArrayList<>();
    return new Told(runner.run(INPUT, budget, lines::add), lines);
  }

  /// Holds the engines to the interpreter. A run that ends well is the fast engine's own, but where
  /// another name of a list that grows is read meanwhile.
  private static Told agree(String text, boolean everywhere) {
    MuMachine machine = (MuMachine) new MuLanguage().load(MuRun.program(text));
    Runner<MuDelta> reference = Runner.reference(machine);
    List<MuRunner.Engine> engines = new ArrayList<>();
    MuRunner runner = new MuRunner(machine, 0, engines::add);
    Told expected = run(reference, Budget.DEFAULT);
    assertThat(run(runner, Budget.DEFAULT)).as(text).isEqualTo(expected);
    boolean ended = expected.finish().orElseThrow().ending() instanceof Ending.Halted;
    if (ended && !text.contains("ys[")) {
      assertThat(engines).as(text).containsExactly(MuRunner.Engine.FAST);
    }
    long steps = expected.finish().orElseThrow().steps();
    for (long cut = 0; everywhere && cut <= steps; cut++) {
      Budget few = Budget.ofSteps(cut);
      assertThat(run(runner, few)).as(text).isEqualTo(run(reference, few));
      Budget small = new Budget(Budget.DEFAULT.steps(), cut, Budget.DEFAULT.depth());
      assertThat(run(runner, small)).as(text).isEqualTo(run(reference, small));
    }
    return expected;
  }

  private static final List<String> TURNS =
      List.of(
          "push(xs, xs[AT] + i)",
          "s += xs[AT]; push(xs, s)",
          "push(xs, i); s = s * 3 % 101 + xs[AT]",
          "if i % 3 == 0 { push(xs, xs[AT]) } else if s > i { push(xs, s) } else { push(xs, i) }",
          "if xs[AT] > s { s = xs[AT]; push(xs, i) }",
          "xs[AT] = s; s += len(xs); push(xs, i)",
          "if i > 6 { s = xs[AT] }; push(xs, i)",
          "if i > 8 && s >= 0 { break }; push(xs, xs[AT])",
          "push(xs, i); push(xs, xs[AT]); s += ys[0]",
          "s += len(ys) + ys[AT]; push(xs, s % 7)",
          "push(xs, s); s += rows[0][AT]",
          "push(rows[0], s); s += xs[AT]",
          "let t = i; push(xs, xs[AT] + t); if xs == ys { s += 1 }");

  @Test
  void readsAroundAListThatGrowsAgree() {
    int faults = 0;
    int ends = 0;
    for (String turn : TURNS) {
      for (String at : List.of("i", "i - 1", "i + 1", "2 - i", "i + n - 12")) {
        for (int size : new int[] {0, 2, 3}) {
          for (int from : new int[] {0, -1}) {
            Told told =
                agree(
                    growing(turn.replace("AT", at), size, from),
                    size == 2 && from == 0 && at.equals("i"));
            boolean ended = told.finish().orElseThrow().ending() instanceof Ending.Halted;
            faults += ended ? 0 : 1;
            ends += ended ? 1 : 0;
          }
        }
      }
    }
    assertThat(faults).isGreaterThan(100);
    assertThat(ends).isGreaterThan(100);
  }

  /// A list of `size` elements with two more names, and a loop from `from` that does `turn`.
  private static String growing(String turn, int size, int from) {
    return "fn main(n: int) -> [int] { let xs: [int] = []; for k in 0.."
        + size
        + " { push(xs, 40 + k) }; let ys = xs; let rows = [xs]; var s = 0; for i in "
        + from
        + "..n { "
        + turn
        + " }; print s; print len(xs); push(ys, s); return xs }";
  }

  @Test
  void aLongStripMakesRoomAgainAndAgain() {
    String text =
        "fn main(n: int) -> int { let xs = [1]; let ys: [bool] = []; let zs = [[0]]; for i in 0..n * 400"
            + " { if xs[i] % 3 != 1 { push(xs, xs[i] / 3) } else { push(xs, xs[i] + 5 + i % 11) } };"
            + " for x in xs { if x % 5 == 0 { push(ys, x % 2 == 0) } }; for i in 0..n * 40 {"
            + " if i % 7 == 0 { push(zs, xs) }; if i % 5 == 0 { push(zs, zs[i / 11]) } }; var s = 0;"
            + " for i in 0..len(ys) { if ys[i] { s += zs[i % len(zs)][0] + i } }; return s }";
    assertThat(agree(text, false).finish().orElseThrow().steps()).isGreaterThan(20_000);
  }
}
