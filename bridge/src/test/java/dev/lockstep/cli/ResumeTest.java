package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that spent its budget goes on from its trace file, as if it had never stopped.
class ResumeTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void programs() {
    cli =
        new Cli(folder)
            .with("sort.markov", "ba -> ab\nca -> ac\ncb -> bc\n")
            .with("endless.markov", "-> a\n")
            .with(
                "count.mu",
                """
                fn main(n: int) -> int {
                  var i = 0
                  while i < n {
                    i += 1
                    print i
                  }
                  return i
                }
                """);
  }

  private Cli.Result trace(String program, String input, String steps, String to) {
    return cli.run(
        "trace", "FOLDER/" + program, "--input", input, "--max-steps", steps, "-o", "FOLDER/" + to);
  }

  private void goesOn(String program, String input, String first, String all) throws IOException {
    assertThat(trace(program, input, all, "whole.jsonl").code()).isZero();
    assertThat(trace(program, input, first, "first.jsonl").code()).isZero();
    Cli.Result longer =
        cli.run(
            "trace",
            "FOLDER/" + program,
            "--resume",
            "FOLDER/first.jsonl",
            "--max-steps",
            all,
            "-o",
            "FOLDER/longer.jsonl");
    assertThat(longer.code()).as(longer.err()).isZero();
    assertThat(Files.readString(folder.resolve("longer.jsonl")))
        .isEqualTo(Files.readString(folder.resolve("whole.jsonl")));
  }

  @Test
  void theLongerTraceIsThatOfARunWithoutAStop() throws IOException {
    goesOn("sort.markov", "\"cbacba\"", "3", "1000");
    goesOn("count.mu", "{\"n\": 4}", "11", "1000");
    goesOn("endless.markov", "\"\"", "7", "20");
  }

  @Test
  void aRunGoesOnWithWhatIsPrintedFromThere() {
    assertThat(trace("count.mu", "{\"n\": 4}", "11", "first.jsonl").code()).isZero();
    Cli.Result whole = cli.run("run", "FOLDER/count.mu", "--input", "{\"n\": 4}");
    Cli.Result rest = cli.run("run", "FOLDER/count.mu", "--resume", "FOLDER/first.jsonl");
    assertThat(rest.code()).as(rest.err()).isZero();
    assertThat(whole.out()).isEqualTo("1\n2\n3\n4\n4\n").endsWith(rest.out());
    assertThat(rest.out()).hasSizeLessThan(whole.out().length()).endsWith("4\n4\n");
  }

  @Test
  void anEndlessRunIsResumedAgainAndAgain() {
    assertThat(trace("endless.markov", "\"\"", "5", "a.jsonl").code()).isZero();
    String from = "a.jsonl";
    for (int steps = 10; steps <= 20; steps += 5) {
      String to = steps + ".jsonl";
      Cli.Result next =
          cli.run(
              "trace",
              "FOLDER/endless.markov",
              "--resume",
              "FOLDER/" + from,
              "--max-steps",
              "" + steps,
              "-o",
              "FOLDER/" + to);
      assertThat(next.code()).as(next.err()).isZero();
      from = to;
    }
    Cli.Result replayed =
        cli.run("replay", "FOLDER/" + from, "FOLDER/endless.markov", "--at", "20");
    assertThat(replayed.out()).isEqualTo("a".repeat(20) + "\n");
  }

  @Test
  void whatCannotGoOnIsMisuse() {
    assertThat(trace("sort.markov", "\"ba\"", "100", "done.jsonl").code()).isZero();
    assertThat(trace("sort.markov", "\"cba\"", "2", "cut.jsonl").code()).isZero();
    assertThat(misuse("sort.markov", "done.jsonl")).contains("the run halted");
    assertThat(misuse("endless.markov", "cut.jsonl")).contains("is another program");
    assertThat(misuse("sort.markov", "cut.jsonl", "--max-steps", "1")).contains("2 steps already");
    assertThat(misuse("sort.markov", "cut.jsonl", "--input", "\"cba\"")).contains("no --input");
    assertThat(misuse("sort.markov", "none.jsonl")).contains("no such file");
  }

  private String misuse(String program, String trace, String... more) {
    String[] line = new String[4 + more.length];
    line[0] = "run";
    line[1] = "FOLDER/" + program;
    line[2] = "--resume";
    line[3] = "FOLDER/" + trace;
    System.arraycopy(more, 0, line, 4, more.length);
    Cli.Result result = cli.run(line);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.MISUSE);
    return result.err();
  }
}
