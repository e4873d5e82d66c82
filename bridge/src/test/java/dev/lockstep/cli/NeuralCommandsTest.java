package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.JsonTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From `learn` to `certify` on one small machine, learned once.
class NeuralCommandsTest {
  @TempDir static Path folder;
  private static Cli cli;
  private static Cli.Result learned;

  @BeforeAll
  static void learn() {
    cli =
        new Cli(folder)
            .with("increment.tm", TuringPrograms.INCREMENT)
            .with("other.tm", TuringPrograms.INCREMENT.replace("1 -> 0 L carry", "1 -> 1 L carry"))
            .with("larger.tm", TuringPrograms.INCREMENT + "carry: 2 -> 2 L done\n");
    learned = cli.run("learn", "FOLDER/increment.tm", "-o", "FOLDER/increment.model");
  }

  @Test
  void learningLeavesAModelAndNothingElse() throws IOException {
    assertThat(learned.code()).as(learned.err()).isZero();
    assertThat(learned.out()).startsWith("increment.model: ").contains("from traces alone: ");
    assertThat(learned.err()).contains("learn: increment.tm, at most 6,000 steps, seed 0");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".") || name.endsWith(".checkpoint"));
    }
    try (Stream<Path> files = Files.list(folder.resolve("increment.model"))) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "model.json", "weights.safetensors", "increment.tm", "SHA256SUMS");
    }
  }

  @Test
  void theNetworkRunsTheProgram() {
    assertThat(exec("increment.tm", "\"" + "1".repeat(90) + "\""))
        .isEqualTo(new Cli.Result(0, "\"1" + "0".repeat(90) + "\"\n", ""));
  }

  @Test
  void verificationComparesEveryStep() throws IOException {
    Cli.Result result = verify("increment.tm", "--trials", "8", "--max-size", "60");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("increment.model (looped) on increment.tm, every step compared")
        .contains("\nEXACT: 8 of 8 (63.05 % to 100 %) whole runs exact, ");
    JsonNode json =
        JsonTrees.MAPPER.readTree(verify("increment.tm", "--trials", "3", "--json").out());
    assertThat(json.get("exact").booleanValue()).isTrue();
    assertThat(json.get("of").intValue()).isEqualTo(3);
  }

  @Test
  void inputsMayStandBesideTheProgram() throws IOException {
    Files.writeString(folder.resolve("mine.jsonl"), "\"1\"\n\n\"111\"\n");
    assertThat(verify("increment.tm", "--inputs", "FOLDER/mine.jsonl").out())
        .contains("EXACT: 2 of 2 ");
    Files.writeString(folder.resolve("wrong.jsonl"), "\"1\"\n\"12\"\n");
    Cli.Result wrong = verify("increment.tm", "--inputs", "FOLDER/wrong.jsonl");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).startsWith("lockstep: error: wrong.jsonl:2: expected the program's");
  }

  @Test
  void anotherProgramIsRefusedUnlessMeant() {
    Cli.Result refused = verify("other.tm");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("lockstep: error: increment.model: trained on `increment.tm` (")
        .contains("`other.tm` is another program (", "hint: Go on all the same with --any-program");
    Cli.Result judged = verify("other.tm", "--any-program", "--trials", "5");
    assertThat(judged.code()).isEqualTo(1);
    assertThat(judged.out())
        .contains("first divergence, on input ", ":\nstep ", "\n  before    ")
        .contains("\n  expected  ", "\n  claimed   ", "\nNOT EXACT: ");
    assertThat(verify("larger.tm", "--any-program").err())
        .startsWith("lockstep: error: increment.model: made for a program of other symbols");
  }

  @Test
  void aClaimedTraceIsJudged() throws IOException {
    Cli.Result claimed =
        cli.run(
            "exec",
            "FOLDER/increment.model",
            "FOLDER/increment.tm",
            "-i",
            "\"101\"",
            "--trace-to",
            "FOLDER/claimed.jsonl");
    assertThat(claimed).isEqualTo(new Cli.Result(0, "\"110\"\n", ""));
    assertThat(judge("claimed.jsonl", "increment.tm"))
        .isEqualTo(new Cli.Result(0, "claimed.jsonl: exact: 6 steps, halted\n", ""));
    String file = Files.readString(folder.resolve("claimed.jsonl"));
    assertThat(file).contains("\"executor\":\"looped\"");

    cli.with("changed.jsonl", file.replace("\"110\"", "\"111\""));
    assertThat(judge("changed.jsonl", "increment.tm").err())
        .startsWith("lockstep: error: changed.jsonl:9: the file was changed");

    String unsealed = file.lines().limit(8).reduce("", (all, line) -> all + line + "\n");
    cli.with("answer.jsonl", unsealed.replace("\"value\":\"110\"", "\"value\":\"111\""));
    assertThat(judge("answer.jsonl", "increment.tm"))
        .isEqualTo(
            new Cli.Result(
                1,
                "answer.jsonl:8: wrong at the end: expected the answer \"110\","
                    + " claimed \"111\"\n",
                ""));
    List<String> lines = unsealed.lines().toList();
    for (int step = 1; step <= 6; step++) {
      String event = lines.get(step);
      String wrong =
          event.contains("\"state\":\"done\"")
              ? event.replace("\"state\":\"done\"", "\"state\":\"carry\"")
              : event.replaceFirst("\"state\":\"\\w+\"", "\"state\":\"done\"");
      cli.with("step.jsonl", unsealed.replace(event, wrong));
      Cli.Result result = judge("step.jsonl", "increment.tm");
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out())
          .startsWith("step.jsonl:" + (step + 1) + ": diverged at step " + step + ": expected ");
    }
    assertThat(judge("claimed.jsonl", "other.tm").code()).isEqualTo(2);
    assertThat(judge("none.jsonl", "increment.tm"))
        .isEqualTo(new Cli.Result(2, "", "lockstep: error: none.jsonl: no such file\n"));
  }

  @Test
  void certificatesAreConfirmedIndependently() throws IOException {
    Cli.Result result =
        cli.run(
            "certify",
            "FOLDER/increment.model",
            "FOLDER/increment.tm",
            "-o",
            "FOLDER/certificate.json");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .startsWith("CERTIFIED\n")
        .contains("both come from the same source, and agree on ")
        .contains("independent checker (float64, its own process):\n  verdict: confirmed\n");
    JsonNode json = JsonTrees.MAPPER.readTree(folder.resolve("certificate.json").toFile());
    assertThat(json.get("certified").booleanValue()).isTrue();
    assertThat(json.get("checker").get("confirmed").booleanValue()).isTrue();
    assertThat(check("increment.tm").out()).startsWith("verdict: confirmed\nwindows: 351\n");
  }

  @Test
  void certificatesForAnotherProgramNameTheRule() {
    Cli.Result result =
        cli.run("certify", "FOLDER/increment.model", "FOLDER/other.tm", "--any-program");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("NOT CERTIFIED\n")
        .contains("carry: 1 -> 1 L carry", "verdict: refuted");
    assertThat(check("other.tm").err()).contains("the rules of another program than the model's");
    Cli.Result checked = check("other.tm", "--any-program");
    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.out()).startsWith("verdict: refuted\n");
  }

  @Test
  void numbersOutOfRangeAreMisuse() {
    for (String bound : new String[] {"NaN", "0.4", "-1", "Infinity"}) {
      Cli.Result result =
          cli.run(
              "check-certificate",
              "FOLDER/increment.model",
              "FOLDER/increment.tm",
              "--bound=" + bound);
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).startsWith("lockstep: error: --bound: expected a number from 0.5");
    }
    assertThat(verify("increment.tm", "--inputs", "FOLDER/mine.jsonl", "--trials", "0").err())
        .startsWith("lockstep: error: --trials and --max-size: expected numbers from 1");
    assertThat(verify("increment.tm", "--trials", "many").err())
        .startsWith("lockstep: error: Invalid value for option '--trials': 'many' is not a number");
  }

  @Test
  void inspectionShowsWhatAModelIs() throws IOException {
    assertThat(cli.run("inspect", "FOLDER/increment.model").out())
        .contains("increment.model (looped)", "increment.tm (turing, ", "seed 0")
        .containsPattern("network +local, queryFeatures")
        .containsPattern("fromTraces.unseen +\\d+ of \\d+ \\(")
        .doesNotContain("{");
    JsonNode json =
        JsonTrees.MAPPER.readTree(cli.run("inspect", "FOLDER/increment.model", "--json").out());
    assertThat(json.get("kind").textValue()).isEqualTo("looped");
  }

  private static Cli.Result exec(String program, String input) {
    return cli.run("exec", "FOLDER/increment.model", "FOLDER/" + program, "-i", input);
  }

  private static Cli.Result verify(String program, String... options) {
    Stream<String> line = Stream.of("verify", "FOLDER/increment.model", "FOLDER/" + program);
    return cli.run(Stream.concat(line, Stream.of(options)).toArray(String[]::new));
  }

  private static Cli.Result judge(String trace, String program) {
    return cli.run("verify", "--trace", "FOLDER/" + trace, "FOLDER/" + program);
  }

  private static Cli.Result check(String program, String... options) {
    Stream<String> line =
        Stream.of("check-certificate", "FOLDER/increment.model", "FOLDER/" + program);
    return cli.run(Stream.concat(line, Stream.of(options)).toArray(String[]::new));
  }
}
