package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What programs do beyond ints, bools and lists, held against Java.
class MuMoreTest {
  @Test
  void sortingIsJavas() {
    SplittableRandom random = new SplittableRandom(7);
    for (int size = 0; size < 40; size++) {
      List<Long> numbers = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        numbers.add(random.nextLong(-9, 10));
      }
      MuRun run =
          MuRun.of(
              "fn main(xs: [int]) -> [int] { sort(xs); return xs }", "{\"xs\":" + numbers + "}");
      Collections.sort(numbers);
      assertThat(run.result()).isEqualTo(numbers.toString().replace(" ", ""));
    }
  }

  @Test
  void textsAreJavasCodePoints() {
    String text = "a😀é\uFFFDb";
    MuRun run =
        MuRun.of(
            """
            fn main(s: str) -> ([str], str, bool, [str], str) {
              let parts: [str] = []
              for i in 0..len(s) { push(parts, s[i]) }
              return (parts, substring(s, 1, 3), "\\u{FFFD}" < "😀", split("a--b-", "-"), replace(s, "é", "ee"))
            }
            """,
            ValueJson.print(new Value.Fields(fields("s", text))));
    assertThat(run.result())
        .isEqualTo(
            "[[\"a\",\"😀\",\"é\",\"\uFFFD\",\"b\"],\"😀é\",true,[\"a\",\"\",\"b\",\"\"],\"a😀ee\uFFFDb\"]");
  }

  private static java.util.SequencedMap<String, Value> fields(String name, String text) {
    java.util.SequencedMap<String, Value> fields = new java.util.LinkedHashMap<>();
    fields.put(name, Value.of(text));
    return fields;
  }

  @Test
  void mapsKeepTheOrderInWhichKeysCame() {
    SplittableRandom random = new SplittableRandom(3);
    java.util.Map<Integer, Integer> expected = new java.util.LinkedHashMap<>();
    StringBuilder body = new StringBuilder("let m: {int: int} = {}\n");
    for (int i = 0; i < 200; i++) {
      int key = random.nextInt(12);
      if (random.nextInt(3) == 0 && expected.containsKey(key)) {
        expected.remove(key);
        body.append("remove(m, ").append(key).append(")\n");
      } else {
        expected.put(key, i);
        body.append("m[").append(key).append("] = ").append(i).append('\n');
      }
    }
    MuRun run = MuRun.of("fn main() -> {int: int} {\n" + body + "return m }", "{}");
    String pairs =
        expected.entrySet().stream()
            .map(it -> "[" + it.getKey() + "," + it.getValue() + "]")
            .collect(java.util.stream.Collectors.joining(",", "[", "]"));
    assertThat(run.result()).isEqualTo(pairs);
  }

  @Test
  void recordsAreValues() {
    MuRun run =
        MuRun.of(
            """
            record Inner { n: int }
            record Outer { inner: Inner, tag: str }

            fn at(xs: [Outer]) -> int {
              print "once"
              return len(xs) - 1
            }

            fn main() -> [Outer] {
              var a = Outer(tag: "a", inner: Inner(n: 1))
              let xs = [a, a]
              a.inner.n = 5
              xs[at(xs)].inner.n += a.inner.n
              return xs
            }
            """,
            "{}");
    assertThat(run.result())
        .isEqualTo("[{\"inner\":{\"n\":1},\"tag\":\"a\"},{\"inner\":{\"n\":6},\"tag\":\"a\"}]");
    assertThat(run.printed()).containsExactly("once");
  }

  @Test
  void faultsSayWhatHappened() {
    assertThat(MuRun.body("int", "return {1: 2}[3]").fault())
        .isEqualTo("failed: no key 3 in the map");
    assertThat(MuRun.body("int", "let o: int? = none", "return unwrap(o)").fault())
        .isEqualTo("failed: `unwrap` of `none`");
    assertThat(MuRun.body("int", "return int(\"7x\")").fault()).isEqualTo("failed: no int: `7x`");
    assertThat(MuRun.body("str", "return \"abc\"[3]").fault())
        .isEqualTo("failed: index 3 of a text of length 3");
    assertThat(
            MuRun.body("int", "let s = {1}", "for x in s { push(s, x + 1) }", "return 0").fault())
        .isEqualTo("failed: the map or set's length changed from 1 to 2 while `for` walks it");
    assertThat(MuRun.body("int", "var i = 0", "while true", " invariant i < 3 { i += 1 }").fault())
        .isEqualTo("failed: invariant failed: `i < 3`");
  }

  @Test
  void aFaultKnowsTheCallsThatWereRunning() {
    MuRun run = MuRun.of("fn main() -> int {\n  let xs: [int] = []\n  return minimum(xs)\n}", "{}");
    Fault fault = ((Ending.Failed) run.ending()).fault();
    assertThat(fault.calls().stream().map(Fault.Call::function)).containsExactly("minimum", "main");
    assertThat(fault.span()).isEqualTo(fault.calls().getFirst().site()).isPresent();
  }

  @Test
  void notesTellTheContractsThatHeld() {
    MuRun run =
        MuRun.of(
            "fn f(n: int) -> int requires n > 0 ensures result > n { return n + 1 }\n"
                + "fn main() -> int { return f(1) }",
            "{}");
    assertThat(run.trace().notes().stream().flatMap(note -> note.checks().stream()))
        .containsExactly("requires n > 0", "ensures result > n");
  }

  /// Guards that call, short-circuit, shadow nothing, and let values through to later patterns.
  @Test
  void guardsAreWhatAChainOfConditionsSays() {
    MuRun run =
        MuRun.of(
            """
            fn even(n: int) -> bool { return n % 2 == 0 }

            fn kind(p: (int, int?)) -> str {
              match p {
                (a, some(b)) if a == b || even(a) && even(b) => return "alike"
                (0, _) => return "zero"
                (a, some(b)) if b != 0 && a % b == 0 => return "multiple"
                (a, none) if even(a) => return "even"
                _ => return "other"
              }
            }

            fn main(n: int) -> [str] {
              let kinds: [str] = []
              for a in 0..n {
                push(kinds, kind((a, none)))
                for b in 0..n { push(kinds, kind((a, some(b)))) }
              }
              return kinds
            }
            """,
            "{\"n\":7}");
    List<String> expected = new ArrayList<>();
    for (int a = 0; a < 7; a++) {
      expected.add(a == 0 ? "zero" : a % 2 == 0 ? "even" : "other");
      for (int b = 0; b < 7; b++) {
        boolean alike = a == b || (a % 2 == 0 && b % 2 == 0);
        boolean multiple = b != 0 && a % b == 0;
        expected.add(alike ? "alike" : a == 0 ? "zero" : multiple ? "multiple" : "other");
      }
    }
    assertThat(run.result())
        .isEqualTo(
            expected.stream()
                .map(it -> "\"" + it + "\"")
                .collect(java.util.stream.Collectors.joining(",", "[", "]")));
  }
}
