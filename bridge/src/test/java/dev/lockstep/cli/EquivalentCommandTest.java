package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EquivalentCommandTest {
  @TempDir private Path folder;

  private Cli cli() {
    return new Cli(folder)
        .with("even.dfa", "start a\naccept a\na: 1 -> b\nb: 1 -> a\n")
        .with("even.regex", "(11)*\n")
        .with("odd.regex", "1(11)*\n");
  }

  @Test
  void saysWhetherTheSameWordsAreAccepted() {
    Cli.Result same = cli().run("equivalent", "FOLDER/even.dfa", "FOLDER/even.regex");
    assertThat(same.code()).isZero();
    assertThat(same.out()).isEqualTo("equivalent\n");
    Cli.Result different = cli().run("equivalent", "FOLDER/odd.regex", "FOLDER/even.regex");
    assertThat(different.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(different.out()).isEqualTo("different: only one accepts \"\"\n");
  }

  @Test
  void printsTheLeastAutomaton() {
    assertThat(cli().run("equivalent", "--minimal", "FOLDER/even.regex").out())
        .isEqualTo("start q0\naccept q0\n\nq0: 1 -> q1\nq1: 1 -> q0\n");
  }

  @Test
  void otherFilesAreMisuse() {
    Cli.Result result = cli().with("a.mu", "").run("equivalent", "FOLDER/a.mu", "FOLDER/even.dfa");
    assertThat(result.code()).isEqualTo(ExitCode.MISUSE);
    assertThat(cli().run("equivalent", "FOLDER/even.dfa").code()).isEqualTo(ExitCode.MISUSE);
  }
}
