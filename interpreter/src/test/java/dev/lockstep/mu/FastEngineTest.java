package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
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
    CompiledMu.Fast fast = CompiledMu.Fast.of(machine.code(), narrow);
    return Optional.of(
        fast.run(machine.start(INPUT), new FastRun(budget, _ -> true), budget.steps()));
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
