package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.JsonTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Mu program through `learn`, `exec`, `verify` and `certify`. What so short a training learns
/// does not matter: every command has to end in order, whatever the network says.
class ScratchpadCommandsTest {
  private static final String PARITY =
      """
      fn main(bits: [int]) -> int {
        var odd = 0
        for bit in bits {
          odd = (odd + bit) % 2
        }
        return odd
      }
      """;

  @TempDir static Path folder;
  private static Cli cli;
  private static Cli.Result learned;

  @BeforeAll
  static void learn() {
    cli =
        new Cli(folder)
            .with("parity.mu", PARITY)
            .with("parity.inputs.jsonl", "{\"bits\":[1]}\n{\"bits\":[1,0,1]}\n{\"bits\":[0,1]}\n");
    learned = cli.run("learn", "FOLDER/parity.mu", "--steps", "40", "-o", "FOLDER/parity.model");
  }

  @Test
  void aProgramWithoutCellsIsLearnedAsAScratchpad() {
    assertThat(learned.code()).as(learned.err()).isZero();
    assertThat(learned.out()).startsWith("parity.model: 40 steps, seed 0\n");
    assertThat(cli.run("inspect", "FOLDER/parity.model").out())
        .startsWith("model ")
        .contains(" parity.model (scratchpad)");
  }

  @Test
  void executionEndsInOrder() throws IOException {
    Cli.Result result =
        cli.run(
            "exec",
            "FOLDER/parity.model",
            "FOLDER/parity.mu",
            "-i",
            "{\"bits\": [1, 1, 1]}",
            "--max-steps",
            "200",
            "--json");
    assertThat(result.code()).isIn(0, 1);
    JsonNode json = JsonTrees.MAPPER.readTree(result.out());
    assertThat(json.get("outcome").textValue()).isIn("halted", "failed", "garbled", "budget spent");
  }

  @Test
  void verificationHasAVerdict() {
    Cli.Result result =
        cli.run("verify", "FOLDER/parity.model", "FOLDER/parity.mu", "--max-steps", "200");
    assertThat(result.code()).as(result.err()).isIn(0, 1);
    assertThat(result.out())
        .startsWith("parity.model (scratchpad) on parity.mu")
        .contains(result.code() == 0 ? "\nEXACT: 3 of 3" : "\nNOT EXACT: ");
  }

  @Test
  void theInterpretersTraceIsJudgedExact() {
    cli.run("trace", "FOLDER/parity.mu", "-i", "{\"bits\": [1, 0]}", "-o", "FOLDER/parity.jsonl");
    assertThat(cli.run("verify", "--trace", "FOLDER/parity.jsonl", "FOLDER/parity.mu").out())
        .startsWith("parity.jsonl: exact: ");
  }

  @Test
  void certificatesAreRefusedWithTheReason() throws IOException {
    Cli.Result result =
        cli.run(
            "certify", "FOLDER/parity.model", "FOLDER/parity.mu", "-o", "FOLDER/certificate.json");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).matches("(?s)parity\\.mu:\\d+:\\d+: error: .*\\^.*");
    assertThat(folder.resolve("certificate.json")).doesNotExist();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".draft"));
    }
  }

  @Test
  void aLoopedExecutorNeedsCells() {
    Cli.Result result =
        cli.run("learn", "FOLDER/parity.mu", "--executor", "looped", "-o", "FOLDER/looped.model");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("lockstep: error: --executor looped: the configurations of parity.mu")
        .contains("hint: ", "--executor scratchpad");
  }
}
