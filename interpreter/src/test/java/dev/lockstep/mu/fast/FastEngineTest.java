package dev.lockstep.mu.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.MuRun;
import dev.lockstep.mu.MuRunner;
import dev.lockstep.mu.machine.MuMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The fast engine itself, without what the runner falls back to.
class FastEngineTest {
  private static final Value INPUT = ValueJson.parse("{\"n\": 40}");

  private static MuMachine machine(String text) {
    return (MuMachine) new MuLanguage().load(MuRun.program(text));
  }

  private static Optional<Runner.Finish> run(MuMachine machine, boolean narrow, Budget budget) {
    FastCode fast = FastCode.of(machine.code(), narrow);
    return Optional.of(fast.run(machine.start(INPUT), budget, _ -> true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn main(n: int) -> int { var s = 0; for i in 0..n { for j in i..n { if j % 3 == 0 { s += j }"
            + " else { s = s * 2 % 1009; s -= i } } }; return s }",
        "fn main(n: int) -> [int] { let xs: [int] = []; for i in 0..n { push(xs, i * i) };"
            + " for i in 1..len(xs) { xs[i - 1] = xs[i] - xs[i - 1] }; while len(xs) > 5 { let x ="
            + " pop(xs); xs[0] += x / 2 }; for x in xs { xs[1] = xs[1] + x }; return xs }",
        "fn f(n: int) -> int { if n < 2 { return n }; return f(n - 1) + f(n - 2) }\n"
            + "fn main(n: int) -> int { return f(n / 4) }",
        "fn last(n: int) -> int { let xs = [1, 2, n % 7]; return pop(xs) }\n"
            + "fn main(n: int) -> int { let xs = [last(n), 3]; var s = last(5); for x in xs { s = s * 3 %"
            + " 11 + x }; let y = pop(xs); let z = xs[0]; let t = last(z); return s * y + z * t }",
        "fn main(n: int) -> int { var x = 27; var s = 0; while x != 1 { if x % 2 == 0 { x = x / 2 }"
            + " else { x = 3 * x + 1 }; s = s + 1 }; return s + n }",
        "fn main(n: int) -> int { let c: [bool] = []; for i in 0..n { push(c, false) }; var s = 0; var p ="
            + " 2; while p < n { if !c[p] { s += p; var m = p * p; while m < n { c[m] = true; m = m + p"
            + " } }; p = p + 1 }; return s }",
        "fn main(n: int) -> [int] { let xs = [0]; let ys = xs; var i = 0; var m = n; while i < m && 0 <= i"
            + " { push(ys, xs[i] + 1); if i == 7 { i = i + 1; continue }; if xs[i] > 30 { break };"
            + " var j = i; while m > j { j = j + 5; if j > 33 { m = m - 1 } }; i = i + 1 }; return xs }",
        "fn main(n: int) -> [int] { let xs = [9]; let ys = [0]; let zs = ys; for i in 0..n { push(xs, i * 7 %"
            + " 11); if i % 5 == 0 { push(ys, ys[i] + 1) } else if xs[i + 1] > ys[i] { push(ys, xs[i + 1])"
            + " } else { push(ys, ys[i]) } }; return ys }",
        "fn main(n: int) -> [int] { let xs = [9]; for i in 0..n { push(xs, i * 7 % 11) }; let ys = xs;"
            + " let zs = ys; for i in 0..n { if xs[i] <= zs[i + 1] { push(ys, xs[i]) } else { push(ys, zs[i +"
            + " 1]) } }; for i in 0..n { if xs[i] < i { push(ys, i) } else { push(ys, xs[i]) } };"
            + " for i in 0..n { if xs[i] >= i { push(ys, i) } else { push(ys, xs[i]) } };"
            + " for i in 0..n { if xs[i] > i { push(ys, xs[i]) } else { push(ys, i + 1) } };"
            + " for i in 0..n { if xs[i] == i { push(ys, i) } else { push(ys, xs[i]) } };"
            + " for i in 0..n { if xs[i] > i { push(ys, i); push(zs, 1) } else { push(zs, xs[i]) } };"
            + " return ys }",
        "fn main(n: int) -> int { var s = 0; for i in 1..n { for j in 0..n { var x = i; var y = j; while y !="
            + " 0 { let t = x % y; x = y; y = t }; s += x + j * 7 / i - j % i } }; return s }",
        "fn main(n: int) -> int { let xs = [3, -5, 7]; var s = 0; for i in 0..n { s += xs[i % 3] * (xs[1] -"
            + " i) + i * i; xs[0] = s % 1000 }; return s }",
        "fn main(n: int) -> int { var i = 2147483600; var s = 0; var m = 2147483640; while i <= m + 7 {"
            + " i = i + n; m = m + 1; s = s + i % 9 }; return s * i }",
        "fn main(n: int) -> int { var i = 9223372036854775000; var s = 0; while i < 9223372036854775767 {"
            + " i = i + n; s = s + 1 }; return i - s }",
      })
  void aProgramRunsToItsEndWithinItsVerySteps(String text) {
    MuMachine machine = machine(text);
    Optional<Runner.Finish> expected =
        Runner.reference(machine).run(INPUT, Budget.DEFAULT, _ -> true);
    assertThat(run(machine, true, Budget.DEFAULT)).isEqualTo(expected);
    assertThat(run(machine, false, Budget.DEFAULT)).isEqualTo(expected);
    long steps = expected.orElseThrow().steps();
    int slack = 40; // what an innermost loop must have in advance
    assertThat(run(machine, true, Budget.ofSteps(steps + slack))).isEqualTo(expected);
    assertThatThrownBy(() -> run(machine, true, Budget.ofSteps(steps - 1)))
        .isInstanceOf(Deviation.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn main(n: int) -> int { var i = 9223372036854775000; while i < 9223372036854775807 { i = i + n"
            + " }; return i }",
        "fn main(n: int) -> int { var i = 6917529027641081850; var k = i; while k > 0 { i = i + 65536;"
            + " k = i * 2 }; return k }",
        "fn main(n: int) -> int { let xs = [4611686018427387904]; while n > 0 { xs[0] = xs[0] + xs[0]"
            + " }; return xs[0] }",
      })
  void whatPasses64BitsDeviates(String text) {
    MuMachine machine = machine(text);
    Budget budget = Budget.ofSteps(100);
    for (boolean narrow : new boolean[] {true, false}) {
      assertThatThrownBy(() -> run(machine, narrow, budget))
          .isInstanceOf(ArithmeticException.class);
    }
    assertThat(new MuRunner(machine, 0).run(INPUT, budget, _ -> true))
        .isEqualTo(Runner.reference(machine).run(INPUT, budget, _ -> true));
  }

  @Test
  void whatBoundsAWhileBeyondAJvmIntIsForTheWideCode() {
    MuMachine machine =
        machine(
            "fn main(n: int) -> int { var i = 2147483600; var s = 0; while i < n { i = i + 7; s = s + i"
                + " % 5 }; return s }");
    for (long bound : new long[] {2147483640L, 2147483647L, 2147483648L, 2147483700L}) {
      Value input = ValueJson.parse("{\"n\": " + bound + "}");
      Optional<Runner.Finish> expected =
          Runner.reference(machine).run(input, Budget.DEFAULT, _ -> true);
      List<MuRunner.Engine> engines = new ArrayList<>();
      assertThat(new MuRunner(machine, 0, engines::add).run(input, Budget.DEFAULT, _ -> true))
          .isEqualTo(expected);
      assertThat(engines).containsExactly(MuRunner.Engine.FAST);
      for (long steps = 1; steps <= expected.orElseThrow().steps(); steps++) {
        Budget cut = Budget.ofSteps(steps);
        assertThat(new MuRunner(machine, 0).run(input, cut, _ -> true))
            .isEqualTo(Runner.reference(machine).run(input, cut, _ -> true));
      }
    }
  }

  @Test
  void loopsBeyondAJvmIntAreForTheWideCode() {
    MuMachine machine =
        machine(
            "fn main(n: int) -> int { var s = 0; for i in 2147483630..n + 2147483630"
                + " { s += i % 7 }; return s }");
    assertThatThrownBy(() -> run(machine, true, Budget.DEFAULT))
        .isInstanceOfSatisfying(
            Deviation.class, it -> assertThat(it.why()).isEqualTo(Deviation.Why.WIDE));
    assertThat(run(machine, false, Budget.DEFAULT))
        .isEqualTo(Runner.reference(machine).run(INPUT, Budget.DEFAULT, _ -> true));
    assertThat(new MuRunner(machine, 0).run(INPUT, Budget.DEFAULT, _ -> true))
        .isEqualTo(Runner.reference(machine).run(INPUT, Budget.DEFAULT, _ -> true));
  }
}
