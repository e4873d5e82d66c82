package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.JsonTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir Path folder;

  @Test
  void writesProgramsThatRunOnTheInputsBesideThem() throws IOException {
    Cli cli = new Cli(folder);
    Cli.Result result =
        cli.run(
            "generate",
            "--family",
            "lists",
            "--programs",
            "2",
            "--length",
            "80,164",
            "--seed",
            "5",
            "-o",
            "FOLDER/made");
    assertThat(result).isEqualTo(new Cli.Result(0, "4 programs in made, seed 5\n", ""));
    JsonNode record = JsonTrees.MAPPER.readTree(folder.resolve("made/programs.json").toFile());
    assertThat(record.get("seed").asLong()).isEqualTo(5);
    assertThat(record.get("knobs").get(1).get("traceLength").asInt()).isEqualTo(164);
    assertThat(record.get("programs")).hasSize(4);
    for (JsonNode program : record.get("programs")) {
      String file = program.get("file").textValue();
      String input =
          Files.readString(folder.resolve("made/" + file.replace(".mu", ".inputs.jsonl")));
      JsonNode ran =
          JsonTrees.MAPPER.readTree(
              cli.run("run", "FOLDER/made/" + file, "--json", "--input", input).out());
      assertThat(ran.get("outcome").textValue()).isEqualTo("halted");
      assertThat(ran.get("steps").asLong()).isEqualTo(program.get("steps").asLong());
      assertThat(ran.get("sha256")).isEqualTo(program.get("sha256"));
    }
  }

  @Test
  void misuseIsSaidInWords() {
    Cli cli = new Cli(folder);
    assertThat(cli.run("generate", "--family", "odd", "-o", "FOLDER/x").err())
        .startsWith("lockstep: error: --family: expected one of straight-line, lists, branches");
    assertThat(cli.run("generate", "--statements", "0", "-o", "FOLDER/x").code()).isEqualTo(2);
    assertThat(cli.run("generate", "--length", "1", "-o", "FOLDER/x").err())
        .startsWith("lockstep: error: the knobs are too tight: no new program in 400 drafts");
  }

  @Test
  void fuzzingEndsAfterItsCount() {
    Cli.Result result =
        new Cli(folder).run("fuzz", "--programs", "40", "--seed", "2", "-o", "FOLDER/found");
    assertThat(result.out())
        .matches("40 sources, \\d+ of them programs, 0 findings, \\d+ a second, seed 2\n");
    assertThat(result.code()).isZero();
    assertThat(folder.resolve("found")).doesNotExist();
  }
}
