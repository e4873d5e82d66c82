package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
  private final Cli cli = new Cli(Path.of("none"));

  @Test
  void everyCommandHasHelpWithExamples() {
    for (String command : commands()) {
      Cli.Result result = cli.run(command, "--help");
      assertThat(result.code()).as(command).isZero();
      assertThat(result.err()).as(command).isEmpty();
      assertThat(result.out())
          .as(command)
          .startsWith("Usage: lockstep " + command)
          .contains("Examples:\n  ", "lockstep " + command);
    }
  }

  @Test
  void helpListsEveryCommand() {
    Cli.Result result = cli.run("--help");
    assertThat(result.code()).isZero();
    assertThat(commands()).contains("check", "run", "trace", "languages", "completion");
    commands().forEach(command -> assertThat(result.out()).contains("\n  " + command + " "));
  }

  @Test
  void noCommandIsMisuse() {
    Cli.Result result = cli.run();
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("Usage: lockstep ");
  }

  @Test
  void theVersionsAreNamed() {
    assertThat(cli.run("--version").out()).matches("lockstep \\d+\\..*\\RJava 25.*\\R");
  }

  @Test
  void mistypedNamesAreGuessed() {
    assertThat(cli.run("chekc"))
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                """
                lockstep: error: unknown command `chekc`
                  hint: Did you mean `check`?
                `lockstep --help` shows what there is.
                """));
    assertThat(cli.run("run", "x.tm", "--inptu", "1").err())
        .isEqualTo(
            """
            lockstep: error: unknown option `--inptu`
              hint: Did you mean `--input`?
            `lockstep run --help` shows what there is.
            """);
    assertThat(cli.run("languages", "stray").err())
        .startsWith("lockstep: error: unexpected argument `stray`\n");
  }

  @Test
  void misuseIsTwo() {
    assertThat(cli.run("run").code()).isEqualTo(2);
    assertThat(cli.run("run", "x.tm", "--max-steps", "many").code()).isEqualTo(2);
    assertThat(cli.run("run", "x.tm", "--max-depth", "-1").code()).isEqualTo(2);
  }

  @Test
  void ourOwnBugsArePrintedWhole() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        UserErrors.report(
            new IllegalStateException("odd"), new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(code).isEqualTo(70);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("java.lang.IllegalStateException: odd", "at dev.lockstep.cli.MainTest")
        .contains("please report");
  }

  @Test
  void theCompletionScriptNamesCommandsAndOptions() {
    assertThat(cli.run("completion").out()).contains("complete -F", "--max-steps", "languages");
  }

  /// The line that is made for one command's arguments has that command, and knows it as the whole
  /// line does.
  @Test
  void aCommandIsFoundByItsNameAlone() {
    for (String name : commands()) {
      assertThat(commandsFor("--language-path", "jars", name, "--json")).containsExactly(name);
      assertThat(commandsFor("--help", name)).isEqualTo(commands());
    }
  }

  private static List<String> commandsFor(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    Commands.addFor(line, arguments);
    return List.copyOf(line.getSubcommands().keySet());
  }

  private static List<String> commands() {
    PrintStream none = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    CommandLine line = Main.commandLine(new Terminal(none, none, false));
    return List.copyOf(line.getSubcommands().keySet());
  }
}
