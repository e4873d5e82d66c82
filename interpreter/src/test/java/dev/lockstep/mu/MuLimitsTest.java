package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import org.junit.jupiter.api.Test;

/// Programs that are deep, long, endless or greedy.
class MuLimitsTest {
  private static final int MANY = 100_000;
  private static final Value NONE = ValueJson.parse("{}");

  private static String ending(String text, Budget budget) {
    return MuRun.of(MuRun.program(text), NONE, budget).ending().describe();
  }

  private static String printed(String text) {
    return new MuLanguage().print(MuRun.program(text));
  }

  @Test
  void aLongSumIsOneEvent() {
    String text = "fn main() -> int { return 1" + " + 1".repeat(MANY - 1) + " }";
    MuRun run = MuRun.of(text, "{}");
    assertThat(run.result()).isEqualTo("100000");
    assertThat(run.trace().steps()).isEqualTo(1);
    assertThat(MuRun.of(printed(text), "{}").result()).isEqualTo("100000");
  }

  @Test
  void aLongSumOfCallsIsManyEvents() {
    String text =
        "fn one() -> int { return 1 }\nfn main() -> int { return one()"
            + " + one()".repeat(MANY / 4 - 1)
            + " }";
    assertThat(MuRun.of(text, "{}").result()).isEqualTo("25000");
    String chain =
        "fn yes() -> bool { return true }\nfn main() -> bool { return yes()"
            + " && yes()".repeat(MANY / 4 - 1)
            + " }";
    assertThat(MuRun.of(chain, "{}").result()).isEqualTo("true");
  }

  @Test
  void nestedParenthesesAndSignsAndOperators() {
    String text = "fn main() -> int { return " + "(".repeat(MANY) + "7" + ")".repeat(MANY) + " }";
    assertThat(MuRun.of(text, "{}").result()).isEqualTo("7");
    assertThat(MuRun.of("fn main() -> int { return " + "-".repeat(MANY) + "7 }", "{}").result())
        .isEqualTo("7");
    String right =
        "fn main() -> int { return " + "1 - (".repeat(MANY) + "0" + ")".repeat(MANY) + " }";
    assertThat(MuRun.of(right, "{}").result()).isEqualTo("0");
    assertThat(MuRun.of(printed(right), "{}").result()).isEqualTo("0");
  }

  @Test
  void nestedBlocks() {
    String text =
        "fn main() -> int {\n"
            + "if true {\n".repeat(MANY)
            + "print 1\n"
            + "}\n".repeat(MANY)
            + "return 2\n}";
    MuRun run = MuRun.of(MuRun.program(text), NONE, Budget.DEFAULT);
    assertThat(run.result()).isEqualTo("2");
    assertThat(run.trace().steps()).isEqualTo(MANY + 2);
    String elses =
        "fn main() -> int {\nif false {}\n"
            + "else if false {}\n".repeat(MANY)
            + "else { return 3 }\nreturn 2\n}";
    assertThat(MuRun.of(MuRun.program(elses), NONE, Budget.DEFAULT).result()).isEqualTo("3");
    assertThat(MuRun.program(printed(elses))).isNotNull();
  }

  @Test
  void nestedChoicesInTheFirstBranch() {
    String text =
        "fn main() -> int {\n  return "
            + "if true { ".repeat(MANY)
            + "1"
            + " } else { 2 }".repeat(MANY)
            + "\n}";
    assertThat(MuRun.program(text).main().body().statements()).hasSize(1);
  }

  @Test
  void endlessRunsEndAtABudget() {
    assertThat(ending("fn main() { while true {} }", Budget.ofSteps(50_000)))
        .isEqualTo("budget spent: steps");
    assertThat(ending("fn f() { f() }\nfn main() { f() }", Budget.DEFAULT))
        .isEqualTo("budget spent: call depth");
    assertThat(
            ending(
                "fn main() { var x = 2; while true { x = x * x } }",
                new Budget(1_000, 10_000, 100)))
        .isEqualTo("budget spent: memory cells");
    assertThat(
            ending(
                "fn main() { let xs: [int] = []; while true { push(xs, 1) } }",
                new Budget(100_000, 10_000, 100)))
        .isEqualTo("budget spent: memory cells");
  }

  @Test
  void anIntTooLongToComputeWithIsAFault() {
    assertThat(
            ending(
                "fn main() { var x = 2; for i in 0..30 { x = x * x }; print x }",
                new Budget(1_000, Long.MAX_VALUE, 100)))
        .isEqualTo("failed: an int of more than 67108864 bits");
  }

  @Test
  void aMistakeInADeepSourceIsStillOneMessage() {
    String open = "fn main() -> int { return " + "(".repeat(MANY) + "7";
    assertThatThrownBy(() -> MuRun.program(open))
        .isInstanceOf(SourceErrors.class)
        .hasMessageContaining("expected");
  }
}
