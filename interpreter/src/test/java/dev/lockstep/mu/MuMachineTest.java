package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.machine.InputError;
import dev.lockstep.machine.ValueJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuMachineTest {
  private static final String GCD =
      """
      fn gcd(a: int, b: int) -> int {
        var x = a
        var y = b
        while y != 0 {
          let t = x % y
          x = y
          y = t
        }
        return x
      }

      fn main(a: int, b: int) -> int {
        return gcd(a, b)
      }
      """;

  @Test
  void aProgramRuns() {
    MuRun run = MuRun.of(GCD, "{\"a\": 1071, \"b\": 462}");
    assertThat(run.result()).isEqualTo("21");
    assertThat(run.ending().describe()).isEqualTo("halted");
  }

  @ParameterizedTest
  @CsvSource({"7,2", "-7,2", "7,-2", "-7,-2", "6,3", "-6,3", "0,-5"})
  void divisionAndRemainderAreFloored(int a, int b) {
    MuRun run =
        MuRun.of(
            "fn main(a: int, b: int) -> [int] { return [a / b, a % b] }",
            "{\"a\": " + a + ", \"b\": " + b + "}");
    assertThat(run.result()).isEqualTo("[" + Math.floorDiv(a, b) + "," + Math.floorMod(a, b) + "]");
  }

  @Test
  void operandsAreEvaluatedFromLeftToRight() {
    MuRun run =
        MuRun.of(
            """
            fn note(xs: [int], x: int) -> int {
              push(xs, x)
              return len(xs)
            }

            fn main() -> [int] {
              let xs: [int] = [5]
              let early = xs[0] + len(xs) * note(xs, 7) + xs[0] * pop(xs) + len(xs)
              let list = [len(xs), note(xs, 1), len(xs), note(xs, 2)]
              push(list, early)
              return list
            }
            """,
            "{}");
    assertThat(run.result()).isEqualTo("[1,2,2,3," + (5 + 1 * 2 + 5 * 7 + 1) + "]");
  }

  @Test
  void theRightSideOfALogicalOperatorIsOnlyEvaluatedWhereItDecides() {
    String text =
        """
        fn says(x: bool) -> bool {
          print x
          return x
        }

        fn main() -> bool {
          let a = says(false) && says(true)
          var b = says(true) || says(false)
          if says(true) && (says(false) || says(true)) && !says(false) {
            b = a || b && says(b)
          }
          while says(false) || says(false) {}
          return b == (true || 1 / 0 == 0)
        }
        """;
    MuRun run = MuRun.of(text, "{}");
    assertThat(run.result()).isEqualTo("true");
    assertThat(String.join(" ", run.printed()))
        .isEqualTo("false true true false true false true false false");
  }

  @Test
  void listsAreSharedAndComparedByContent() {
    MuRun run =
        MuRun.body(
            "[bool]",
            "let a = [[1], [2, 3]]",
            "let b = a",
            "let c = [[1], [2, 3]]",
            "let same = a == c",
            "push(b[0], 9)",
            "return [same, a == b, a == c, a[0] == [1, 9], a != c]");
    assertThat(run.result()).isEqualTo("[true,true,false,true,true]");
  }

  @Test
  void forEvaluatesItsBoundsOnceAndLeavesNothingBehind() {
    MuRun run =
        MuRun.body(
            "[int]",
            "let out: [int] = []",
            "var n = 3",
            "for i in 0..n { n = n + 10; push(out, i) }",
            "for i in n..0 { push(out, i) }",
            "for x in [7, 8] { push(out, x) }",
            "return out");
    assertThat(run.result()).isEqualTo("[0,1,2,7,8]");
    assertThat(run.trace().last().frame().variables()).doesNotContainKeys("i", "x");
    assertThat(run.trace().last().frame().loops()).isEmpty();
  }

  @Test
  void faultsSayWhatHappenedAndWhere() {
    assertThat(MuRun.body("int", "return 1 / 0").fault()).isEqualTo("failed: division by zero");
    assertThat(MuRun.body("int", "return [1, 2, 3, 4, 5][9]").fault())
        .isEqualTo("failed: index 9 of a list of length 5");
    assertThat(MuRun.body("int", "let xs = [1]", "xs[-1] = 2", "return 0").fault())
        .isEqualTo("failed: index -1 of a list of length 1");
    assertThat(MuRun.body("int", "let xs: [int] = []", "return pop(xs)").fault())
        .isEqualTo("failed: pop from an empty list");
    assertThat(MuRun.body("int", "assert 1 == 2", "return 0").fault())
        .isEqualTo("failed: assert failed: `1 == 2`");
    assertThat(MuRun.body("int", "let xs = [1]", "for x in xs { push(xs, x) }", "return 0").fault())
        .isEqualTo("failed: the list's length changed from 1 to 2 while `for` walks it");
  }

  @Test
  void requiresIsCheckedWhenACallBegins() {
    String text =
        """
        fn half(n: int) -> int
            requires n >= 0
            requires even(n) && n < 100 {
          return n / 2
        }

        fn even(n: int) -> bool {
          return n % 2 == 0
        }

        fn main(n: int) -> int {
          return half(n)
        }
        """;
    assertThat(MuRun.of(text, "{\"n\": 8}").result()).isEqualTo("4");
    assertThat(MuRun.of(text, "{\"n\": -1}").fault())
        .isEqualTo("failed: requires failed: `n >= 0`");
    assertThat(MuRun.of(text, "{\"n\": 7}").fault())
        .isEqualTo("failed: requires failed: `even(n)`");
    assertThat(MuRun.of(text, "{\"n\": 200}").fault())
        .isEqualTo("failed: requires failed: `n < 100`");
  }

  @Test
  void notesSayWhatWasReadInOrder() {
    MuRun run = MuRun.body("int", "let xs = [4, 6]", "let i = 1", "return xs[i] * len(xs) - xs[0]");
    List<String> reads =
        run.trace().notes().getLast().reads().stream()
            .map(read -> read.place() + "=" + ValueJson.print(read.value()))
            .toList();
    assertThat(reads).containsExactly("i=1", "xs[1]=6", "len(xs)=2", "xs[0]=4");
  }

  @Test
  void printedLinesAreJson() {
    MuRun run =
        MuRun.body(
            "int", "print 3", "print [true, false]", "let a = [[1], []]", "print a", "return 0");
    assertThat(run.printed()).containsExactly("3", "[true,false]", "[[1],[]]");
  }

  @Test
  void inputsAreHeldAgainstTheParameters() {
    String text = "fn main(a: int, xs: [[int]]) {}";
    for (String[] wrong :
        new String[][] {
          {"3", "expected an object with `a` (an int) and `xs` (a list `[[int]]`), found `3`"},
          {"{\"a\": 1}", "no `xs` in the input; expected an object with"},
          {
            "{\"a\": 1, \"xs\": [], \"b\": 2}", "unknown field `b` in the input; expected an object"
          },
          {"{\"a\": true, \"xs\": []}", "expected `a` to be an int, found `true`"},
          {
            "{\"a\": 1, \"xs\": [[], [\"x\"]]}",
            "expected element 0 of element 1 of `xs` to be an int"
          }
        }) {
      assertThatThrownBy(() -> MuRun.of(text, wrong[0]))
          .isInstanceOf(InputError.class)
          .hasMessageStartingWith(wrong[1]);
    }
  }
}
