package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.JsonTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path folder;

  @Test
  void aProgramWithoutErrorsPasses() {
    Cli cli = new Cli(folder).with("increment.tm", TuringPrograms.INCREMENT);
    assertThat(cli.run("check", "FOLDER/increment.tm"))
        .isEqualTo(new Cli.Result(0, "increment.tm: no errors\n", ""));
  }

  @Test
  void warningsDoNotFail() {
    Cli cli = new Cli(folder).with("incomplete.tm", TuringPrograms.INCOMPLETE);
    Cli.Result result = cli.run("check", "FOLDER/incomplete.tm");
    assertThat(result.code()).isZero();
    assertThat(result.err()).startsWith("incomplete.tm:8:1: warning: no rule for state `carry`");
  }

  @Test
  void allErrorsOfAllFilesAreShown() {
    Cli cli =
        new Cli(folder)
            .with("a.tm", "blank _\nstart a\nhalt h\na: _ -> _ X a\nb: _ -> _ Y a\n")
            .with("b.tm", "blank _\nstart\nhalt h\n");
    Cli.Result result = cli.run("check", "FOLDER/a.tm", "FOLDER/b.tm");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("a.tm:4:11: error: ", "a.tm:5:11: error: ", "b.tm:2:6: error: ")
        .contains("a: _ -> _ X a\n            ^\n");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void anUnreadableFileIsMisuse() {
    Cli cli = new Cli(folder).with("a.tm", "blank");
    assertThat(cli.run("check", "FOLDER/a.tm", "FOLDER/none.tm").code()).isEqualTo(2);
  }

  @Test
  void asJsonADiagnosticHasCodeExtentAndNotes() {
    Cli cli = new Cli(folder).with("a.mu", "fn main() {\n  let x = 1\n  let x = 2\n  print x\n}\n");
    assertThat(cli.run("check", "--json", "FOLDER/a.mu").out())
        .contains(
            "{\"severity\":\"error\",\"code\":\"mu.name-taken\",\"line\":3,\"column\":7,\"endLine\":3,\"endColumn\":8,\"message\":\"`x`"
                + " is a name already: it is declared with `let`\",\"hint\":\"Choose another"
                + " name.\",\"notes\":[{\"line\":2,\"column\":7,\"endLine\":2,\"endColumn\":8,\"message\":\"`x`"
                + " is declared here\"}]}");
  }

  @Test
  void asJsonEveryFileHasItsDiagnostics() {
    Cli cli = new Cli(folder).with("b.tm", "blank _\nstart\nhalt h\n");
    Cli.Result result = cli.run("check", "--json", "FOLDER/b.tm", "FOLDER/none.tm");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith(
            "{\"files\":[{\"file\":\"b.tm\",\"ok\":false,\"diagnostics\":[{\"severity\":\"error\","
                + "\"code\":\"syntax.unexpected\",\"line\":2,\"column\":6,")
        .endsWith(
            "{\"file\":\"none.tm\",\"ok\":false,\"unreadable\":\"none.tm: no such file\"}]}\n");
  }

  /// A program with errors is told in the same form by every command that speaks JSON.
  @Test
  void commandsThatNeedAProgramTellItsErrorsAsJson() throws IOException {
    Cli cli = new Cli(folder).with("wrong.mu", "fn main() { print x }\n");
    JsonNode checked =
        JsonTrees.MAPPER.readTree(cli.run("check", "--json", "FOLDER/wrong.mu").out());
    for (String command : List.of("run", "test")) {
      Cli.Result result = cli.run(command, "--json", "FOLDER/wrong.mu");
      assertThat(result.code()).as(command).isEqualTo(2);
      assertThat(JsonTrees.MAPPER.readTree(result.out())).isEqualTo(checked.at("/files/0"));
      assertThat(result.err()).startsWith("wrong.mu:1:19: error: unknown variable `x`");
    }
  }
}
