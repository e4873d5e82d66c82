package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplCommandTest {
  @TempDir Path folder;

  private String said(String... lines) {
    Cli.Result result = new Cli(folder).runOn(String.join("\n", lines), "repl");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return result.out();
  }

  @Test
  void valuesStatementsAndFunctions() {
    assertThat(
            said(
                "2 + 3 *",
                "4",
                "var xs = [1, 2]",
                "push(xs, 9)",
                "fn twice(n: int) -> int {",
                "  return 2 * n",
                "}",
                "twice(xs[2])",
                "print len(xs)",
                "xs",
                ":quit",
                "1"))
        .isEqualTo(
            """
            mu> 2 + 3 *
              | 4
            14
            mu> var xs = [1, 2]
            mu> push(xs, 9)
            mu> fn twice(n: int) -> int {
              |   return 2 * n
              | }
            defined twice
            mu> twice(xs[2])
            18
            mu> print len(xs)
            3
            mu> xs
            [1,2,9]
            mu> :quit
            """);
  }

  @Test
  void aCallIsMadeOnceHoweverOftenTheProgramRuns() {
    assertThat(said("let xs = [1, 2, 3]", "pop(xs)", "pop(xs)", "xs"))
        .endsWith("mu> pop(xs)\n3\nmu> pop(xs)\n2\nmu> xs\n[1]\n");
  }

  @Test
  void functionsCanBeChanged() {
    assertThat(
            said(
                "fn f() -> int { return 1 }",
                "let x = f()",
                "fn f() -> int { return 2 }",
                "x",
                "fn f() -> bool { return true }",
                "fn f(n: int) -> int { return n }"))
        .contains("changed f\nmu> x\n2\n");
  }

  @Test
  void mistakesAreShownInTheEntryAndForgotten() {
    assertThat(said("let x = 1", "x + y", "let x = 2", "x = (3", "", "1 / 0", "x"))
        .contains(
            """
            mu> x + y
            entry:1:5: error: unknown variable `y` [mu.unknown-variable]
              x + y
                  ^
            """)
        .contains("entry:1:5: error: `x` is a name already")
        .contains("entry:1:7: error: expected ")
        .contains("entry:1:1: error: division by zero\n  1 / 0\n  ^~~~~\n")
        .endsWith("mu> x\n1\n");
  }

  @Test
  void typesTracesAndSymbols() {
    assertThat(
            said(
                "let xs = [[1], [2]]",
                ":type xs[0]",
                ":type xs == [[1]] && true",
                ":type nothing",
                ":trace let y = len(xs) + 1",
                ":symbols",
                ":list",
                ":tipe"))
        .contains(":type xs[0]\n[int]\n", "&& true\nbool\n", "unknown variable `nothing`")
        .contains("     1  let y = len(xs) + 1           {\"bind\":\"y\",\"value\":3,")
        .contains("main: fn()\n", "xs: [[int]] (in main)\n", "y: int (in main)\n")
        .contains(
            "fn main() {\nlet xs = [[1], [2]]\nlet y = len(xs) + 1\n", "Did you mean `:type`?");
  }

  @Test
  void aFileLendsItsFunctions() {
    Cli cli =
        new Cli(folder)
            .with("p.mu", "fn sq(n: int) -> int { return n * n }\n\nfn main() { print sq(2) }\n");
    assertThat(cli.runOn("sq(7)\n", "repl", "FOLDER/p.mu").out())
        .isEqualTo("defined sq\nmu> sq(7)\n49\n");
    assertThat(cli.runOn(":load FOLDER/no.mu\n1\n", "repl").out().replace(folder + "/", ""))
        .contains("no such file\nmu> 1\n1\n");
  }

  @Test
  void anEndlessEntryEndsWithTheBudget() {
    assertThat(
            new Cli(folder)
                .runOn("while true { let _a = 1 }\n1\n", "repl", "--max-steps", "500")
                .out())
        .contains("error: budget spent: steps")
        .endsWith("mu> 1\n1\n");
  }
}
