package dev.lockstep.mu.fast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.mu.MuRun;
import dev.lockstep.mu.code.MuCode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is known of ints before a run.
class RangesTest {
  private static final Kind INT = new Kind.Int();
  private static final Kind INTS = new Kind.ListOf(INT);
  private static final Term ZERO = new Term.Int(0);

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
                "fn main(n: int) { var s = 0; var t = 0; var u = 1; while u != n { s = s + 1;"
                    + " let d = s % 3; t = t - d; u = u + u }; print t }",
                true)
            .get("main");
    assertThat(found.of("s")).isEqualTo(new Interval(BigInteger.ZERO, Interval.REACHED.high()));
    assertThat(found.of("t")).isEqualTo(new Interval(Interval.REACHED.low(), BigInteger.ZERO));
    assertThat(found.of("u")).isEqualTo(Interval.of(1, Long.MAX_VALUE));
  }

  @Test
  void onlyLittleStepsFromEasyIntsStayFarFromTheEnds() {
    String text =
        "fn main(n: int) { let xs = [0]; var far = 5000000000000000000; var big = 0; var q = 0;"
            + " var copy = 0; var dot = 0; while q != n { far = far + 1; big = big + 65537; q = q + xs[0];"
            + " copy = copy + q; dot = dot + xs[0] % 9 * (q % 9); let product = q * q; xs[0] = xs[0] + 1 }; print far }";
    Ranges found = ranges(text, true).get("main");
    for (String name : List.of("far", "big", "q", "copy", "product")) {
      assertThat(found.of(name).within(Interval.REACHED)).as(name).isFalse();
    }
    assertThat(found.of("dot").within(Interval.REACHED)).isTrue();
    Interval elements = found.of(new Term.Element(new Term.Variable("xs", INTS), ZERO, INT));
    assertThat(elements).isEqualTo(new Interval(BigInteger.ZERO, Interval.REACHED.high()));
  }

  @Test
  void theConditionOfAWhileHoldsInItsBodyUntilTheVariableChanges() {
    String text =
        "fn main(n: int, k: int) { var i = 0; while i < n && -3 <= i { i = i + 1 };"
            + " var m = k; while m < n { let late = m + 5; m = late };"
            + " var j = 0; while n > j { let x = j; if x == 3 { j = j + 1 }; let y = j; j = 0; print y };"
            + " var p = 0; while p != n { while p < 10 { p = p + 1; if p == 7 { break } };"
            + " let after = p; p = after } }";
    Ranges narrow = ranges(text, true).get("main");
    long most = Integer.MAX_VALUE;
    assertThat(narrow.of("n")).isEqualTo(Interval.INT);
    assertThat(narrow.of("k")).isEqualTo(Interval.LONG);
    assertThat(narrow.of("i")).isEqualTo(Interval.of(0, most));
    assertThat(narrow.of("late")).isEqualTo(Interval.of(Long.MIN_VALUE + 5, most + 4));
    assertThat(narrow.of("x")).isEqualTo(Interval.of(0, most));
    assertThat(narrow.of("y")).isEqualTo(Interval.of(0, most));
    assertThat(narrow.of("after").within(Interval.INT)).isTrue();
    Ranges wide = ranges(text, false).get("main");
    assertThat(wide.of("n")).isEqualTo(Interval.LONG);
    assertThat(wide.of("x")).isEqualTo(new Interval(BigInteger.ZERO, Interval.REACHED.high()));
  }
}
