package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models that are none, damaged, or of something else: one message, exit code 2, no stack trace.
class DamagedModelTest {
  private static final List<String> COMMANDS =
      List.of("exec", "verify", "certify", "check-certificate");

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void program() {
    cli = new Cli(folder).with("increment.tm", TuringPrograms.INCREMENT);
  }

  @Test
  void whatIsNoModelIsNamed() throws IOException {
    refused("none.model", "none.model");
    Files.createDirectory(folder.resolve("empty.model"));
    refused("empty.model", "empty.model");
    cli.with("file.model", "x");
    refused("file.model", "file.model");
  }

  @Test
  void anyChangedByteIsFound() throws IOException {
    cli.run("learn", "FOLDER/increment.tm", "--steps", "1", "-o", "FOLDER/a.model");
    Path model = folder.resolve("a.model");
    for (String name : List.of("weights.safetensors", "model.json", "increment.tm", "SHA256SUMS")) {
      Path file = model.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        Files.write(file, changed);
        Cli.Result result = cli.run("inspect", "FOLDER/a.model");
        assertThat(result.code()).as("%s, byte %d: %s", name, at, result.err()).isEqualTo(2);
        assertThat(result.err()).startsWith("lockstep: error: a.model").doesNotContain("\tat ");
      }
      Files.write(file, bytes);
    }
    assertThat(cli.run("inspect", "FOLDER/a.model").code()).isZero();
  }

  @Test
  void whatIsNotAModelIsNotOverwritten() {
    cli.with("mine.txt", "precious");
    Cli.Result result = cli.run("learn", "FOLDER/increment.tm", "-o", "FOLDER/mine.txt");
    assertThat(result.code()).isEqualTo(2);
    assertThat(folder.resolve("mine.txt")).hasContent("precious");
  }

  private void refused(String model, String named) {
    for (String command : COMMANDS) {
      Cli.Result result =
          command.equals("exec")
              ? cli.run(command, "FOLDER/" + model, "FOLDER/increment.tm", "-i", "\"1\"")
              : cli.run(command, "FOLDER/" + model, "FOLDER/increment.tm");
      assertThat(result.code()).as(command).isEqualTo(2);
      assertThat(result.out()).as(command).isEmpty();
      assertThat(result.err())
          .as(command)
          .startsWith("lockstep: error: ")
          .contains(named)
          .doesNotContain("\tat ");
    }
  }
}
