package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `replay` and `diff`, and traces of some events only.
class TraceFilesTest {
  private static final String PROGRAM =
      """
      fn twice(n: int) -> int {
        return 2 * n
      }

      fn main(n: int) -> int {
        var sum = 0
        for i in 0..n {
          sum = sum + twice(i) + 1
          print sum
        }
        return sum
      }
      """;

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void traces() {
    cli = new Cli(folder).with("p.mu", PROGRAM).with("increment.tm", TuringPrograms.INCREMENT);
    trace("p.mu", "{\"n\": 2}", "two.jsonl");
    trace("p.mu", "{\"n\": 3}", "three.jsonl");
  }

  private void trace(String program, String input, String to) {
    Cli.Result made = cli.run("trace", "FOLDER/" + program, "-i", input, "-o", "FOLDER/" + to);
    assertThat(made).isEqualTo(new Cli.Result(0, "", ""));
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    String unsealed = text.substring(0, text.indexOf("{\"sha256\""));
    Files.writeString(path, unsealed.replace(from, to));
  }

  @Test
  void replayPrintsWhatTheRunPrinted() {
    assertThat(cli.run("replay", "FOLDER/three.jsonl", "FOLDER/p.mu"))
        .isEqualTo(cli.run("run", "FOLDER/p.mu", "-i", "{\"n\": 3}"));
    trace("increment.tm", "\"1\"", "i.jsonl");
    assertThat(cli.run("replay", "FOLDER/i.jsonl", "FOLDER/increment.tm", "--at", "2").out())
        .isEqualTo("carry: [1] at 0\n");
    assertThat(cli.run("replay", "FOLDER/i.jsonl", "FOLDER/increment.tm", "--configurations").out())
        .startsWith("     0  right: [1] at 0\n     1  right: 1[_] at 1\n")
        .endsWith("\"10\"\n");
    assertThat(cli.run("replay", "FOLDER/i.jsonl", "FOLDER/p.mu").code()).isEqualTo(2);
  }

  @Test
  void replayCatchesAnAnswerThatTheDeltasDoNotLeadTo() throws IOException {
    change("two.jsonl", "\"value\":4}\n", "\"value\":5}\n");
    Cli.Result result = cli.run("replay", "FOLDER/two.jsonl", "FOLDER/p.mu");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo("two.jsonl: error: the trace claims `5`, its deltas lead to `4`\n");
  }

  @Test
  void diffShowsTheFirstDifferenceSideBySide() throws IOException {
    trace("p.mu", "{\"n\": 2}", "other.jsonl");
    assertThat(cli.run("diff", "FOLDER/two.jsonl", "FOLDER/other.jsonl").out())
        .matches("the same: \\d+ steps, halted\n");
    change("other.jsonl", "\"print\":\"1\"", "\"print\":\"7\"");
    Cli.Result result = cli.run("diff", "FOLDER/two.jsonl", "FOLDER/other.jsonl", "-n", "1");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out().lines().map(String::stripTrailing))
        .hasSize(4)
        .anyMatch(it -> it.matches("the runs part at step \\d+:"))
        .anyMatch(it -> it.matches(" +two.jsonl +other.jsonl"))
        .anyMatch(
            it -> it.matches("≠ +\\d+  9:5  print=\"1\" next=\\d+ +9:5  print=\"7\" next=\\d+"));
    Cli.Result inputs = cli.run("diff", "FOLDER/two.jsonl", "FOLDER/three.jsonl");
    assertThat(inputs.code()).isEqualTo(1);
    assertThat(inputs.err()).isEqualTo("note: two inputs: {\"n\":2} and {\"n\":3}\n");
  }

  @Test
  void aTraceMayHoldSomeEventsOnly() throws IOException {
    Cli.Result calls =
        cli.run("trace", "FOLDER/p.mu", "-i", "{\"n\": 3}", "--grain", "call", "--pretty");
    assertThat(calls.out().lines().filter(it -> it.contains("enter="))).hasSize(3);
    assertThat(calls.out().lines().filter(it -> it.contains("return="))).hasSize(4);
    assertThat(calls.out().lines()).hasSize(9);
    Cli.Result window =
        cli.run(
            "trace", "FOLDER/p.mu", "-i", "{\"n\": 3}", "--from", "3", "--to", "9", "--every", "3");
    assertThat(window.out().lines().map(it -> it.substring(0, Math.min(10, it.length()))))
        .containsExactly(
            "{\"format\":",
            "{\"step\":3,",
            "{\"step\":6,",
            "{\"step\":9,",
            "{\"outcome\"",
            "{\"sha256\":");
    assertThat(window.out())
        .contains(
            "\"version\":2",
            "\"selection\":{\"grain\":\"expression\",\"every\":3,\"from\":3,\"to\":9}}");
    assertThat(
            cli.run(
                    "trace",
                    "FOLDER/p.mu",
                    "-i",
                    "{\"n\": 3}",
                    "--every",
                    "3",
                    "-o",
                    "FOLDER/some.jsonl")
                .code())
        .isZero();
    for (String command : new String[] {"replay", "verify"}) {
      Cli.Result refused =
          command.equals("verify")
              ? cli.run("verify", "--trace", "FOLDER/some.jsonl", "FOLDER/p.mu")
              : cli.run(command, "FOLDER/some.jsonl", "FOLDER/p.mu");
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains("a selection of events, expected a trace of all of them");
    }
    assertThat(cli.run("diff", "FOLDER/some.jsonl", "FOLDER/some.jsonl").err()).isEmpty();
    assertThat(cli.run("trace", "FOLDER/p.mu", "-i", "{\"n\": 3}", "--every", "0").code())
        .isEqualTo(2);
  }

  @Test
  void statementsLeaveOutPartsOfExpressions() {
    String all = cli.run("trace", "FOLDER/p.mu", "-i", "{\"n\": 1}", "--pretty").out();
    String some =
        cli.run("trace", "FOLDER/p.mu", "-i", "{\"n\": 1}", "--pretty", "--grain", "statement")
            .out();
    assertThat(all.lines().filter(it -> !it.contains("bind=\"$")).toList())
        .isEqualTo(some.lines().toList());
  }
}
