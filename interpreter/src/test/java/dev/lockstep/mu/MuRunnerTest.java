package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two engines, one meaning: on sampled programs and within all kinds of budgets, the compiled
/// engines tell what the interpreter tells. A failure names its seed.
class MuRunnerTest {
  private static final int SEEDS = 300;
  private final MuLanguage mu = new MuLanguage();

  private record Step(MuDelta delta, Note note) {}

  private record Told(Optional<Runner.Finish> finish, List<?> events) {}

  static Stream<Integer> seeds() {
    return IntStream.range(0, SEEDS).boxed();
  }

  private static Told run(Runner<MuDelta> runner, Value input, Budget budget) {
    List<String> lines = new ArrayList<>();
    return new Told(runner.run(input, budget, lines::add), lines);
  }

  private static Told trace(Runner<MuDelta> runner, Value input, Budget budget) {
    List<Step> steps = new ArrayList<>();
    return new Told(
        runner.trace(input, budget, (delta, note) -> steps.add(new Step(delta, note))), steps);
  }

  private static void agree(MuMachine machine, MuRunner runner, Value input, Budget budget) {
    Runner<MuDelta> reference = Runner.reference(machine);
    assertThat(run(runner, input, budget))
        .as("%s", budget)
        .isEqualTo(run(reference, input, budget));
    assertThat(trace(runner, input, budget))
        .as("%s", budget)
        .isEqualTo(trace(reference, input, budget));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theEnginesAgreeOnSampledPrograms(int seed) {
    MuProgram program = mu.sample(new SplittableRandom(seed), 5 + seed % 40);
    MuMachine machine = new MuMachine(MuCode.of(program));
    assertThat(new MuRunner(machine).compiles()).isTrue();
    Value input = mu.input(program, new SplittableRandom(seed), 6);
    long steps =
        Runner.reference(machine)
            .run(input, Budget.ofSteps(3_000), _ -> true)
            .orElseThrow()
            .steps();
    SplittableRandom random = new SplittableRandom(seed);
    MuRunner runner = new MuRunner(machine, random.nextLong(3) * random.nextInt(20));
    agree(machine, runner, input, Budget.ofSteps(3_000));
    agree(machine, runner, input, Budget.ofSteps(steps));
    agree(machine, runner, input, Budget.ofSteps(random.nextLong(steps + 1)));
    agree(machine, runner, input, new Budget(3_000, random.nextInt(40), 10_000));
    agree(machine, runner, input, new Budget(3_000, 10_000, random.nextInt(4)));
  }

  private static MuMachine machine(String text) {
    return (MuMachine) new MuLanguage().load(MuRun.program(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn main(n: int) -> int { var s = 0; for i in 0..n { for j in 1..n { s += (j + 1) % j + j / (n - i);"
            + " print s / i % j } }; return s }",
        "fn main(n: int) { for i in 1..n { print 5 / (9 - i); print 5 % (7 - i) } }",
        "fn main(n: int) -> int { var p = 1; for i in 1..n { p = p * i }; return p }",
        "fn main(n: int) -> int { var p = -9223372036854775808; return p / -1 }",
        "fn main(n: int) -> [int] { var p = 9223372036854775807; var xs = [p]; push(xs, -p - 1);"
            + " for x in xs { print x }; print xs; push(xs, p + n); return xs }",
        "fn main(n: int) -> int { var s = 0; for i in 9223372036854775800..9223372036854775807"
            + " { s = s - i % 7 }; return s }",
        "fn main(n: int) -> bool { var t = true; var ts = [t, false]; while pop(ts) != (n > 100)"
            + " { print ts; t = !t }; return t && ts == [true] }",
        "fn f(n: int) -> int { if n == 0 { return 1 }; return 1 + f(n - 1) }\n"
            + "fn main(n: int) -> int { print f(n); print f(n * 40); return f(n * 200) }",
        "fn main(n: int) { var rows: [[int]] = []; for i in 0..n { push(rows, [i, i * i]); };"
            + " rows[3][1] = 5; let r = rows[2]; push(r, 8); print rows; print rows[3] == [3, 5];"
            + " for row in rows { print row[len(row) - 1]; if row[0] == 9 { push(rows, []) } } }",
        "fn main(n: int) { while true { print n } }",
        "fn half(n: int) -> int requires n >= 0 ensures result * 2 <= n { var i = 0; while i * 2 < n"
            + " invariant i >= 0 { i = i + 1; if i == 9 { continue }; if i > 11 { break } };"
            + " for k in 0..n { if k == 3 { break }; print k }; return i }\n"
            + "fn main(n: int) -> int { let xs = [n, 4]; for x in xs { if x == 4 { break } };"
            + " return half(n - 12) + half(n) }",
        "fn main(n: int) -> int { print abs(3 - n); return sum([n, abs(n - 70)]) }",
        "fn main(n: int) -> int { var s = 0; while true { s += if s % 3 == 0 { n } else { 1 }; if s"
            + " > 9 * n { break }; if s % 2 == 0 { continue }; s *= 2 }; let xs = [[s]]; xs[0][0] -="
            + " n; print xs; return s }",
        "fn f(xs: [int], d: int) -> int requires d != 0 { push(xs, 1); return 100 / d }\n"
            + "fn main(n: int) -> int { let xs: [int] = []; var d = 5; while f(xs, d) > 0 || true"
            + " { d = d - 1; print len(xs) }; return 0 }",
        "fn main(n: int) -> int { var s = 0; for a in -n..n { s += a / 8 + a % 8 * 3 + a / 7 - a % 7;"
            + " for d in -3..4 { if d != 0 { s = s * 3 % 1000003 + a / d - a % d * (a * a / 5) } } };"
            + " return s / -1 }",
        "fn main(n: int) -> int { var s = 1; for i in 2147483640..2147483647 { s += i * 2 + 1 - -i };"
            + " for i in -2147483648..-2147483640 { s -= (i - 1) % 10 + i / 4 * i };"
            + " for i in 2147483640..n + 2147483640 { s += i % 3; print s }; return s }",
        "fn main(n: int) -> int { let xs: [int] = []; for i in 0..n { push(xs, i * 37 % 11) };"
            + " for i in 0..n { for j in 0..n - 1 - i { if xs[j] > xs[j + 1] { let t = xs[j];"
            + " xs[j] = xs[j + 1]; xs[j + 1] = t } } }; print xs; var s = 0;"
            + " for j in 0..n { s += xs[j + 1] }; return s }",
        "fn main(n: int) -> int { var s = 0; for i in 0..n { if i % 4 == 0 { continue }; if i % 4 == 1"
            + " || i == 7 && !(s > 5) { s += 1; s *= 2; s -= 3 } else if s == 77 { break } else"
            + " { s = s + i }; if s > n * n { s = 0; break } }; for k in n..0 { s = 0 };"
            + " let ts: [bool] = []; for k in 0..n { push(ts, k % 2 == 0 && k != 4 || k > n - 2) };"
            + " for t in ts { if t { s += 1; pop(ts) } else { s += 2 } }; return s }",
        "fn fill(xs: [int], ys: [int], n: int) -> int { var s = 0; for i in 0..n { push(xs, s + i);"
            + " s = s * 2 % 101 + ys[i / 2]; ys[0] = xs[i / 3] + 1; s += len(ys) - len(xs) };"
            + " return s }\n"
            + "fn main(n: int) -> int { let xs = [4]; let ys = [7]; print fill(xs, xs, n); print xs;"
            + " for i in 0..n { ys[0] = ys[0] + xs[i] }; let zs = xs; for i in 0..n"
            + " { push(xs, zs[len(zs) - 1] + 1); print len(zs) }; return fill(xs, ys, n) }",
        "fn main(n: int) -> int { let rows: [[int]] = []; for i in 0..n { push(rows, []) };"
            + " for i in 0..n { push(rows[i % 3], i) }; let row = rows[1]; for i in 0..n"
            + " { if i % 2 == 0 { push(row, rows[1][0] + i) }; row[0] = len(rows[1]) };"
            + " for i in 0..n { let fresh = [i, i]; push(row, fresh[1]); if i > n - 3 { pop(row) } };"
            + " print rows; let bs: [bool] = []; for i in 0..n { if i == 25 { break }; push(bs, i < 9);"
            + " push(bs, bs[0]) }; print bs; for i in 0..4 { for b in bs { if b { push(rows, row) } }"
            + " }; return len(rows) }",
        "fn main(n: int) -> int { let xs: [int] = []; let ts: [bool] = []; let rows: [[int]] = [];"
            + " for i in 0..n { if i % 3 == 0 { push(xs, i) } else if i % 3 == 1 { push(xs, xs[i - 1]) }"
            + " else { push(xs, 2 - i) } }; for x in xs { if x > 4 { push(ts, x < 9) } else"
            + " { push(ts, ts == []) } }; for i in 0..n { if ts[i] { push(rows, xs) } else if i > 20"
            + " { continue } else { push(rows, [i]) } }; print ts; print rows; let ys = xs;"
            + " for i in 0..9 { if ts[i] { push(xs, ys[n + i - 1]) } else { push(xs, i) } };"
            + " print xs; return len(rows) }",
        "fn main(n: int) -> int { var x = n; var s = 0; while x != 1 && s < 1000 { x = if x % 2 == 0"
            + " { x / 2 } else { 3 * x + 1 }; s += x; for y in [x, s] { s = s + y % 2 } };"
            + " for i in 0..3 { return s + i }; return 0 }",
      })
  void theEnginesAgreeOnCornersOfTheLanguage(String text) {
    MuMachine machine = machine(text);
    Value input = ValueJson.parse("{\"n\": 30}");
    MuRunner runner = new MuRunner(machine, 0);
    assertThat(runner.compilesFast()).isEqualTo(!text.contains("9223372036854775808"));
    agree(machine, runner, input, new Budget(20_000, 10_000_000, 7_000));
    agree(machine, new MuRunner(machine, 10), input, new Budget(20_000, 10_000_000, 5_000));
    for (int steps = 0; steps < 60; steps++) {
      agree(machine, runner, input, new Budget(steps, 10_000, 10_000));
      agree(machine, runner, input, new Budget(5_000, steps, 10_000));
    }
  }

  /// What only the exact engine compiles, with faults behind much of it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn f(n: int) { print 1 / (n - n) }\n"
            + "fn main(n: int) { if n > 3 { f(n) } else { f(1) }; print 2 }",
        "record P { x: int, ys: [int], t: (int, {str: [int]}) }\n"
            + "fn main(n: int) -> int { var p = P(t: (n, {\"a\": [1, n]}), x: 2, ys: [3]);"
            + " p.x += p.t.0; p.t.1[\"a\"][0] = p.ys[0]; push(p.ys, p.x); let q = p with (x: 7);"
            + " print (q, p.ys == q.ys, p == q, len(p.t.1), len(p.ys)); let zs = p.ys;"
            + " let ws = p.t.1[\"a\"]; for y in p.ys { print y }; for k in p.t.1 { print k };"
            + " return zs[1] + ws[0] + p.t.1[\"b\"][0] }",
        "fn main(n: int) -> {str: int} { let m: {str: int} = {}; for w in [\"a\", \"é😀\", \"a\"]"
            + " { m[w] = or_else(lookup(m, w), 0) + n }; for (k, v) in items(m) { print k + str(v) };"
            + " remove(m, \"a\"); m[\"a\"] = 1; print keys(m); print values(m);"
            + " print (\"a\" in m, 3 in [3], \"x\" in \"xyz\"); for k in m { m[k + k] = 1 };"
            + " return m }",
        "fn main(n: int) -> {(int, str)} { let s = set_of([(n, \"a\"), (n, \"a\"), (1, \"b\")]);"
            + " push(s, (2, \"c\")); push(s, (2, \"c\")); remove(s, (1, \"b\")); print s;"
            + " print s == {(2, \"c\"), (n, \"a\")}; for (i, t) in s { if i == 2 { push(s, (3, t));"
            + " remove(s, (n, \"a\")) }; print t }; remove(s, (9, \"z\")); return s }",
        "fn name(o: (int, str)?) -> str { return match o { none => \"-\", some((0, t)) => t,"
            + " some((i, \"x\")) => str(i), some((_, t)) => upper(t) } }\n"
            + "fn main(n: int) -> str { for o in [none, some((0, \"q\")), some((n, \"x\")),"
            + " some((1, \"ab\"))] { print name(o) }; let s = \"naïve😀\"; print (len(s), s[5],"
            + " substring(s, 1, 4), ord(s[5]), chr(128512), lower(\"ÄB\"), parse_int(\"-12\"),"
            + " parse_int(\"1x\"), s < s + \"a\", (1, s) < (1, \"o\")); print int(\"12\") + n;"
            + " let p: [int]? = some([1, 2]); let xs = unwrap(p); push(xs, 3); print unwrap(p);"
            + " return s[n] }",
        "fn main(n: int) -> int { let xs = [3, 1, 2]; sort(xs); print xs; reverse(xs);"
            + " print (maximum(xs), sorted(xs), copy(xs), slice(xs, 1, 3), max(\"a\", \"b\"));"
            + " let ts = [(2, \"a\"), (1, \"b\")]; sort(ts); print ts; let none_: [int] = [];"
            + " return maximum(none_) }",
        "fn main(n: int) -> int { let o: int? = none; var s = \"\"; var i = 0; while i < n {"
            + " s += chr(97 + i % 26); i += 1; match i % 3 { 0 => continue, 1 => print s, _ => {} };"
            + " if len(s) > 20 { break } }; return unwrap(o) }",
        "fn main(n: int) -> int { let m = {1: [2], 1: [3]}; print m; let k = int(\"4x\" ); return k }",
        "fn main(n: int) -> str { let t = (n, ([1], \"b\")); let (a, (b, c)) = t; push(b, a);"
            + " print t.1.0[1]; print t.1.0 == b; return substring(c, 1, n) }",
      })
  void theExactEngineKnowsTheWholeLanguage(String text) {
    MuMachine machine = machine(text);
    Value input = ValueJson.parse("{\"n\": 30}");
    List<MuRunner.Engine> engines = new ArrayList<>();
    MuRunner runner = new MuRunner(machine, 0, engines::add);
    agree(machine, runner, input, Budget.DEFAULT);
    assertThat(engines).containsOnly(MuRunner.Engine.EXACT);
    for (int most = 0; most < 90; most++) {
      agree(machine, runner, input, new Budget(most, 10_000, 10_000));
      agree(machine, runner, input, new Budget(5_000, most, 10_000));
    }
  }

  @Test
  void whatOneEngineToldTheNextDoesNotTellAgain() {
    MuMachine machine =
        machine("fn main(n: int) { for i in 0..n { print i }; print 1 / 0; print 7 }");
    List<String> lines = new ArrayList<>();
    Optional<Runner.Finish> finish =
        new MuRunner(machine, 11).run(ValueJson.parse("{\"n\": 50}"), Budget.DEFAULT, lines::add);
    assertThat(lines).isEqualTo(IntStream.range(0, 50).mapToObj(Integer::toString).toList());
    assertThat(finish.orElseThrow().ending()).isInstanceOf(Ending.Failed.class);
  }

  @Test
  void aFaultNamesTheCallsUnderWay() {
    MuMachine machine =
        machine(
            "fn f(n: int) -> int { if n == 0 { return 1 / n }; return f(n - 1) }\n"
                + "fn main(n: int) -> int { return f(n) }");
    Value input = ValueJson.parse("{\"n\": 3}");
    assertThat(calls(new MuRunner(machine, 0), input))
        .isEqualTo(calls(Runner.reference(machine), input))
        .hasSize(5);
  }

  private static List<Fault.Call> calls(Runner<MuDelta> runner, Value input) {
    Ending ending = runner.run(input, Budget.DEFAULT, _ -> true).orElseThrow().ending();
    return ((Ending.Failed) ending).fault().calls();
  }

  @Test
  void aWatcherStopsEveryEngine() {
    MuMachine machine = machine("fn main() { while true { print 1 } }");
    Value none = ValueJson.parse("{}");
    for (int most : new int[] {3, 3_000}) {
      List<String> lines = new ArrayList<>();
      List<MuDelta> deltas = new ArrayList<>();
      Runner<MuDelta> runner = new MuRunner(machine, 100);
      assertThat(runner.run(none, Budget.DEFAULT, it -> lines.add(it) && lines.size() < most))
          .isEmpty();
      assertThat(
              runner.trace(
                  none, Budget.DEFAULT, (delta, _) -> deltas.add(delta) && deltas.size() < most))
          .isEmpty();
      assertThat(lines).hasSize(most);
      assertThat(deltas).hasSize(most);
    }
  }

  @Test
  void aFunctionBeyondTheSizeOfAMethodSendsNothingElseAway() {
    StringBuilder text = new StringBuilder("fn f(n: int) -> int { return n * 3 % 1000003 }\n");
    text.append("fn main(n: int) -> int {\n  var s = n\n");
    text.repeat("  s = f(s) + n * n\n", 6_000).append("  print 1 / (s - s)\n  return s\n}\n");
    MuMachine machine = machine(text.toString());
    List<MuRunner.Engine> engines = new ArrayList<>();
    MuRunner runner = new MuRunner(machine, 10, engines::add);
    assertThat(runner.compilesFast()).isFalse();
    Value input = ValueJson.parse("{\"n\": 5}");
    agree(machine, runner, input, Budget.DEFAULT);
    agree(machine, runner, input, Budget.ofSteps(9_001));
    assertThat(engines).containsOnly(MuRunner.Engine.EXACT);
  }

  @Test
  void callsDeeperThanTheJvmsStackAreInterpreted() {
    MuMachine machine =
        machine(
            "fn f(n: int) -> int { if n == 0 { return 0 }; return f(n - 1) + 1 }\n"
                + "fn main(n: int) -> int { return f(n) }");
    Value input = ValueJson.parse("{\"n\": 100000}");
    Budget deep = new Budget(10_000_000, 10_000_000, 10_000_000);
    assertThat(new MuRunner(machine).run(input, deep, _ -> true).orElseThrow().output())
        .contains(Value.of(100_000));
  }
}
