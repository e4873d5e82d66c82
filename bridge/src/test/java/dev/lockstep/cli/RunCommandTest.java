package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.JsonTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void programs() {
    cli =
        new Cli(folder)
            .with("increment.tm", TuringPrograms.INCREMENT)
            .with("incomplete.tm", TuringPrograms.INCOMPLETE)
            .with("endless.tm", TuringPrograms.ENDLESS);
  }

  @Test
  void theResultIsOneLineOfJson() {
    assertThat(cli.run("run", "FOLDER/increment.tm", "--input", "\"1011\""))
        .isEqualTo(new Cli.Result(0, "\"1100\"\n", ""));
  }

  @Test
  void anInputMayStandInAFile() {
    cli.with("in.json", "\"111\"");
    assertThat(cli.run("run", "FOLDER/increment.tm", "-i", "@FOLDER/in.json"))
        .isEqualTo(new Cli.Result(0, "\"1000\"\n", ""));
    assertThat(cli.run("run", "FOLDER/increment.tm", "-i", "@FOLDER/none.json"))
        .isEqualTo(new Cli.Result(2, "", "lockstep: error: none.json: no such file\n"));
  }

  @Test
  void asJsonThereIsOneObject() throws IOException {
    Cli.Result result = cli.run("run", "FOLDER/increment.tm", "--json", "-i", "\"1\"");
    JsonNode node = JsonTrees.MAPPER.readTree(result.out());
    assertThat(node.get("outcome").textValue()).isEqualTo("halted");
    assertThat(node.get("value").textValue()).isEqualTo("10");
    assertThat(node.get("steps").intValue()).isEqualTo(4);
    assertThat(result.code()).isZero();
  }

  @Test
  void aFailedRunShowsTheFault() {
    Cli.Result result = cli.run("run", "FOLDER/incomplete.tm", "-i", "\"11\"");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("incomplete.tm:")
        .contains("error: no rule for state `carry` on `_`")
        .contains("hint: ");
  }

  @Test
  void aFailedRunAsJsonHasItsCalls() throws IOException {
    cli.with(
        "halves.mu",
        """
        fn half(n: int, by: int) -> int {
          return n / by
        }

        fn main(xs: [int]) -> int {
          return half(xs[0], 0)
        }
        """);
    JsonNode node = json("FOLDER/halves.mu", "{\"xs\": [7, 8]}");
    assertThat(node.get("outcome").textValue()).isEqualTo("failed");
    assertThat(node.get("depth").intValue()).isEqualTo(2);
    assertThat(node.get("calls").toString())
        .isEqualTo(
            "[{\"function\":\"half\",\"variables\":{\"by\":\"0\",\"n\":\"7\"},\"line\":2,\"column\":3},"
                + "{\"function\":\"main\",\"variables\":{\"xs\":\"[7,8]\"},\"line\":6,\"column\":10}]");
  }

  @Test
  void ofManyCallsTheJsonHasBothEnds() throws IOException {
    cli.with(
        "down.mu",
        "fn down(n: int) -> int { return down(n + 1) }\n\nfn main() -> int { return down(0) }\n");
    JsonNode node = json("FOLDER/down.mu", "{}", "--max-depth", "100");
    assertThat(node.get("outcome").textValue()).isEqualTo("budget spent");
    assertThat(node.get("depth").intValue()).isEqualTo(101);
    assertThat(node.get("calls")).hasSize(16);
    assertThat(node.get("calls").get(0).at("/variables/n").textValue()).isEqualTo("99");
    assertThat(node.get("calls").get(15).get("function").textValue()).isEqualTo("main");
  }

  /// Such a run is not taken again: its calls come without variables.
  @Test
  void aLongRunThatFailsHasItsCallsToo() throws IOException {
    cli.with(
        "long.mu",
        """
        fn last(n: int) -> int {
          var i = 0
          while i < n {
            i += 1
          }
          return 1 / (n - i)
        }

        fn main(n: int) -> int {
          return last(n)
        }
        """);
    JsonNode node = json("FOLDER/long.mu", "{\"n\": 1000000}");
    assertThat(node.get("calls").toString())
        .isEqualTo(
            "[{\"function\":\"last\",\"variables\":{},\"line\":6,\"column\":10},"
                + "{\"function\":\"main\",\"variables\":{},\"line\":10,\"column\":10}]");
  }

  private JsonNode json(String file, String input, String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("run", file, "--json", "--input", input));
    args.addAll(List.of(options));
    Cli.Result result = cli.run(args.toArray(String[]::new));
    assertThat(result.code()).isEqualTo(1);
    return JsonTrees.MAPPER.readTree(result.out());
  }

  @Test
  void aSpentBudgetNamesTheOption() {
    assertThat(cli.run("run", "FOLDER/endless.tm", "-i", "\"\"", "--max-steps", "2000"))
        .isEqualTo(
            new Cli.Result(
                1,
                "",
                """
                endless.tm:4:1: error: the budget for steps (2,000) is spent after 2,000 steps
                  a: _ -> _ R a
                  ^~~~~~~~~~~~~
                  hint: Raise it with --max-steps if the program is meant to take more.
                """));
    assertThat(cli.run("run", "FOLDER/endless.tm", "-i", "\"11\"", "--max-cells", "1").err())
        .contains("--max-cells");
  }

  @Test
  void aMissingInputSaysWhatTheProgramTakes() {
    Cli.Result result = cli.run("run", "FOLDER/increment.tm");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("lockstep: error: increment.tm: the program needs an input: expected a text")
        .contains("hint: Give it one with --input, as in `--input '\"");
  }

  @Test
  void aWrongInputIsTheUsersError() {
    assertThat(cli.run("run", "FOLDER/increment.tm", "-i", "[1"))
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                "lockstep: error: --input: not JSON: Unexpected end-of-input:"
                    + " expected close marker for Array (column 3)\n"));
    assertThat(cli.run("run", "FOLDER/increment.tm", "-i", "\"1021\"").err())
        .isEqualTo(
            "lockstep: error: --input: expected the program's symbols `0`, `1`,"
                + " found `2` at position 3\n");
    assertThat(cli.run("run", "FOLDER/increment.tm", "-i", "1.5").code()).isEqualTo(2);
    assertThat(cli.run("run", "FOLDER/increment.tm", "-i", "null").code()).isEqualTo(2);
    assertThat(cli.run("run", "FOLDER/increment.tm", "-i", "").code()).isEqualTo(2);
  }

  @Test
  void whatIsNoProgramIsRefused() {
    cli.with("wrong.tm", "blank _\nstart a\nhalt h\na: _ -> _ X a\n");
    Cli.Result wrong = cli.run("run", "FOLDER/wrong.tm", "-i", "\"\"");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).startsWith("wrong.tm:4:11: error: expected a move");
    assertThat(cli.run("run", "FOLDER/none.tm"))
        .isEqualTo(new Cli.Result(2, "", "lockstep: error: none.tm: no such file\n"));
    assertThat(cli.run("run", "FOLDER/a.txt").err())
        .startsWith("lockstep: error: a.txt: unknown kind of program; expected a file ending in ");
  }

  /// Such a file is a program, but only `lockstep test` can run it.
  @Test
  void aFileOfTestsAloneIsRefused() {
    cli.with("tests.mu", "fn one() -> int { return 1 }\n\ntest \"one\" { assert one() == 1 }\n");
    for (String command : List.of("run", "trace", "debug")) {
      Cli.Result result = cli.run(command, "FOLDER/tests.mu");
      assertThat(result.code()).as(command).isEqualTo(2);
      assertThat(result.err())
          .startsWith("tests.mu:1:1: error: expected a function `main`, found none [mu.no-main]\n")
          .contains("`lockstep test` runs the tests.");
    }
  }

  @Test
  void inputsThatAreNoValuesAreLocated() {
    cli.with("add.mu", "fn main(a: int, bs: [int]) -> int { return a }\n");
    assertThat(error("{\"a\": null, \"bs\": []}"))
        .contains("expected `a` to be an int, found `null`");
    assertThat(error("{\"a\": 1, \"bs\": [1, 2.5]}"))
        .contains("expected `bs[1]` to be an integer, found 2.5");
    assertThat(error("NaN")).contains("not JSON: ").doesNotContain("JsonReadFeature");
    assertThat(error("[".repeat(100_000) + "]".repeat(100_000)))
        .isEqualTo("lockstep: error: --input: JSON nested more than 10,000 deep\n");
    assertThat(error("@FOLDER/")).contains("a folder, expected a file");
  }

  private String error(String input) {
    Cli.Result result = cli.run("run", "FOLDER/add.mu", "--input", input);
    assertThat(result.code()).isEqualTo(2);
    return result.err();
  }

  @Test
  void aByteOrderMarkIsNoPartOfAProgram() {
    cli.with("marked.mu", "\uFEFFfn main() -> int { return 1 }\n");
    assertThat(cli.run("run", "FOLDER/marked.mu")).isEqualTo(new Cli.Result(0, "1\n", ""));
  }
}
