package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.mu.MuProgram;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is known of ints before a run.
class RangesTest {
  private static Map<String, Ranges> ranges(String text, boolean narrow) {
    MuCode code = MuCode.of(MuRun.program(text));
    List<TypedFunction> functions =
        code.functions().stream().map(it -> TypedFunction.of(code, it)).toList();
    return Ranges.of(functions, MuProgram.MAIN, narrow);
  }

  @Test
  void theVariableOfALoopIsBelowItsBound() {
    String text = "fn main(n: int) { for i in 0..n { let x = i + 1; let y = i * i; print x + y } }";
    Ranges narrow = ranges(text, true).get("main");
    assertThat(narrow.of("i")).isEqualTo(Interval.of(0, Integer.MAX_VALUE - 1));
    assertThat(narrow.of("x")).isEqualTo(Interval.of(1, Integer.MAX_VALUE));
    assertThat(narrow.of("y").within(Interval.INT)).isFalse();
    assertThat(ranges(text, false).get("main").of("i"))
        .isEqualTo(Interval.of(0, Long.MAX_VALUE - 1));
  }

  @Test
  void callsGiveTheirArgumentsAndResults() {
    Map<String, Ranges> found =
        ranges(
            "fn f(a: int, b: int) -> int { if b > 0 { return a % 8 }; return f(b % 3, a) }\n"
                + "fn main(n: int) { let x = f(100, n); print x }",
            true);
    assertThat(found.get("f").of("a")).isEqualTo(Interval.of(0, 100));
    assertThat(found.get("f").of("b")).isEqualTo(Interval.LONG);
    assertThat(found.get("main").of("x")).isEqualTo(Interval.of(0, 7));
  }

  @Test
  void listsGiveWhatAnyListWasGiven() {
    String body =
        "{ let xs = [3]; push(xs, len(xs) % 5); xs[0] = -2; let x = xs[1]; var y = 0;"
            + " for z in xs { y = z / 2 }; let p = pop(xs); print x + p }";
    Ranges made = ranges("fn main(n: int) " + body, true).get("main");
    assertThat(made.of("x")).isEqualTo(Interval.of(-2, 4));
    assertThat(made.of("p")).isEqualTo(Interval.of(-2, 4));
    assertThat(made.of("y")).isEqualTo(Interval.of(-1, 2));
    Ranges given = ranges("fn main(given: [int]) " + body, true).get("main");
    assertThat(given.of("x")).isEqualTo(Interval.LONG);
  }

  @Test
  void whatGrowsIsSoonWidened() {
    Ranges found =
        ranges(
                "fn main(n: int) { var s = 0; var t = 0; while s < n { s = s + 1; t = t - s % 3 };"
                    + " print t }",
                true)
            .get("main");
    assertThat(found.of("s")).isEqualTo(Interval.of(0, Long.MAX_VALUE));
    assertThat(found.of("t")).isEqualTo(Interval.of(Long.MIN_VALUE, 0));
  }
}
