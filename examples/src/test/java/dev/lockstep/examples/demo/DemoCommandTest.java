package dev.lockstep.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.ExitCode;
import dev.lockstep.cli.Main;
import dev.lockstep.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int demo(String... arguments) {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return Main.run(terminal, arguments);
  }

  @Test
  void partOneTakesAMachineOfTheViewers(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.html");
    int code =
        demo(
            "demo",
            "--part",
            "1",
            "--program",
            "programs/turing/increment.tm",
            "--page",
            page.toString());
    assertThat(code).as("%s%s", out, err).isEqualTo(ExitCode.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsSubsequence(
            "What the network says",
            "program ",
            "seed ",
            "from traces alone",
            "weights ",
            "100 symbols",
            "CERTIFIED",
            "checker | verdict: confirmed",
            "One weight's sign flipped",
            "the certificate           refused",
            "goes wrong at",
            "Not claimed",
            "All of it held.");
    assertThat(Files.readString(page)).contains("certified", "data:image/png;base64,");
  }

  @Test
  void partThreeDrawsRunsOfCertifiedNetworks(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.html");
    int code = demo("demo", "--part", "3", "--page", page.toString());
    assertThat(code).as("%s%s", out, err).isEqualTo(ExitCode.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsSubsequence(
            "palindrome.tm",
            "exact: 105 steps, halted; certified on 837 windows",
            "rule-110.ca",
            "exact: 220 steps, halted; certified on 8 windows",
            "life.ca",
            "exact: 120 steps, halted; certified on 512 windows",
            "All of it held.");
    assertThat(Files.readString(page).split("data:image/png;base64,", -1)).hasSize(4);
  }

  @Test
  void aProgramThatIsNoneIsTheUsersError(@TempDir Path folder) throws IOException {
    Path program = folder.resolve("broken.tm");
    Files.writeString(program, "blank _\nstart right\nright: 0 -> \n");
    int code = demo("demo", "--part", "1", "--program", program.toString());
    assertThat(code).isEqualTo(ExitCode.MISUSE);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("broken.tm:3:")
        .doesNotContain("\tat ");
  }

  @Test
  void aMuProgramHasNoPlaceInPartOne() {
    int code = demo("demo", "--part", "1", "--program", "programs/mu/gcd.mu");
    assertThat(code).isEqualTo(ExitCode.MISUSE);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("rows of cells")
        .doesNotContain("\tat ");
  }
}
