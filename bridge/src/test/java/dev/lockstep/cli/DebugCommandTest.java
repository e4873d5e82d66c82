package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebugCommandTest {
  private static final String PROGRAM =
      """
      fn half(n: int) -> int {
        let h = n / 2
        return h
      }

      fn main(n: int) -> int {
        var x = n
        while x > 1 {
          x = half(x)
          print x
        }
        return x
      }
      """;

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void program() {
    cli = new Cli(folder).with("p.mu", PROGRAM).with("increment.tm", TuringPrograms.INCREMENT);
  }

  private String said(String... lines) {
    Cli.Result result =
        cli.runOn(String.join("\n", lines), "debug", "FOLDER/p.mu", "--input", "{\"n\": 9}");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return result.out();
  }

  @Test
  void stepsForwardAndBackward() {
    assertThat(said("step 2", "back", "print", "quit", "step"))
        .isEqualTo(
            """
            p.mu:7:3: after 0 steps in main
                var x = n
                ^~~~~~~~~
            (debug) step 2
            p.mu:9:5: after 2 steps in main
                  x = half(x)
                  ^~~~~~~~~~~
            (debug) back
            p.mu:8:9: after 1 step in main
                while x > 1 {
                      ^~~~~
            (debug) print
            n = 9
            x = 9
            (debug) quit
            """);
  }

  @Test
  void stopsAtBreakpointsInBothDirections() {
    assertThat(said("break 10", "continue", "c", "print x", "reverse", "print x", "reverse"))
        .contains("10: print x\n")
        .contains("(debug) c\n> 4\np.mu:10:5: after 10 steps in main\n")
        .contains("(debug) print x\nx = 2\n(debug) reverse\np.mu:10:5: after 5 steps")
        .contains("(debug) print x\nx = 4\n")
        .endsWith("p.mu:7:3: after 0 steps in main\n    var x = n\n    ^~~~~~~~~\n");
  }

  @Test
  void watchesVariables() {
    assertThat(said("watch x", "c", "c", "c", "reverse"))
        .contains("x = not there\n", "x: not there → 9\n", "x: 9 → not there\np.mu:2:3: after 3 ");
  }

  @Test
  void goesOverCallsAndOutOfThem() {
    assertThat(said("step 2", "next", "back", "where", "finish"))
        .contains("(debug) next\np.mu:10:5: after 5 steps in main\n")
        .contains(
            "(debug) where\n  in half (h=4, n=9) at p.mu:3:3\n  called from main (n=9, x=9) at p.mu:9:5\n")
        .endsWith("p.mu:10:5: after 5 steps in main\n      print x\n      ^~~~~~~\n");
  }

  @Test
  void runsToTheEndAndShowsTheSource() {
    assertThat(said("break 3", "goto 4", "list", "delete 3", "continue", "step", "delta"))
        .contains("     2    let h = n / 2\n→●   3    return h\n     4  }\n")
        .contains(
            "(debug) continue\n> 4\n> 2\n> 1\nafter 18 steps, the run has ended: halted with 1\n")
        .endsWith("(debug) delta\nnone: halted\n");
  }

  @Test
  void mistakesAreAnswered() {
    assertThat(said("stap", "goto x", "print y", "break 99", "delta"))
        .contains("unknown command `stap`. Did you mean `step`?")
        .contains("expected a number, found `x`")
        .contains("no variable `y` here")
        .contains("no line 99: the program has ")
        .endsWith("{\"bind\":\"x\",\"value\":9,\"next\":3}\n  reads n = 9\n");
  }

  @Test
  void aTraceFileIsWalkedAsWell() {
    cli.run("trace", "FOLDER/increment.tm", "-i", "\"011\"", "-o", "FOLDER/run.jsonl");
    Cli.Result result =
        cli.runOn(
            "goto 99\nback\np", "debug", "FOLDER/increment.tm", "--trace", "FOLDER/run.jsonl");
    assertThat(result.out())
        .contains("the run has ended: halted with \"100\"\n")
        .contains("state = \"carry\"\ntape = ");
    Cli.Result other = cli.run("debug", "FOLDER/p.mu", "--trace", "FOLDER/run.jsonl");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("a trace of a turing program");
  }

  @Test
  void aFailureShowsTheCallsUnderWay() {
    cli.with(
        "f.mu",
        "fn down(n: int) -> int {\n  return 1 / n + down(n - 1)\n}\n\nfn main() { print down(2) }\n");
    Cli.Result result = cli.run("run", "FOLDER/f.mu");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .startsWith("f.mu:2:10: error: division by zero\n")
        .endsWith(
            """
              in down (n=0) at f.mu:2:10
              called from down (n=1) at f.mu:2:18
              called from down (n=2) at f.mu:2:18
              called from main at f.mu:5:19
            """);
  }
}
