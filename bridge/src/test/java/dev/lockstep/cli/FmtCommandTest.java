package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {
  private static final String UGLY =
      """


      // adds
      fn main( a:[ int ],b : int)->int   requires b>0 &&
       len(a)>0{   // all


          var x=a [0]*( - b)-1// first
        let total=f(x ,
        a,[
        1,
        2
        ])   // second
      if x<0 { return -x }
          else{ return !true }
        }


      """;

  private static final String PRETTY =
      """
      // adds
      fn main(a: [int], b: int) -> int requires b > 0 &&
          len(a) > 0 {           // all
        var x = a[0] * (-b) - 1  // first
        let total = f(x,
          a, [
            1,
            2
        ])  // second
        if x < 0 { return -x }
        else { return !true }
      }
      """;

  @TempDir Path folder;

  @Test
  void laysOutMu() throws IOException {
    Cli cli = new Cli(folder).with("a.mu", UGLY);
    assertThat(cli.run("fmt", "--check", "FOLDER/a.mu"))
        .isEqualTo(new Cli.Result(1, "a.mu: not formatted\n", ""));
    assertThat(cli.run("fmt", "FOLDER/a.mu")).isEqualTo(new Cli.Result(0, "", "a.mu: formatted\n"));
    assertThat(Files.readString(folder.resolve("a.mu"))).isEqualTo(PRETTY);
    assertThat(cli.run("fmt", "--check", "FOLDER/a.mu")).isEqualTo(new Cli.Result(0, "", ""));
  }

  @Test
  void laysOutTuringMachines() {
    String ugly = "blank   _\nhalt a,b // ends\nstart q //begins\nq:0->,   R\ta\n q : , -> '/' L b";
    String pretty =
        "blank _\nhalt a, b  // ends\nstart q    //begins\nq: 0 -> , R a\nq: , -> '/' L b\n";
    assertThat(new Cli(folder).runOn(ugly, "fmt", "--language", "turing", "-"))
        .isEqualTo(new Cli.Result(0, pretty, ""));
    assertThat(new Cli(folder).runOn("1RB---_1LA1RZ", "fmt", "--language", "turing", "-").out())
        .isEqualTo("1RB---_1LA1RZ");
  }

  @Test
  void standardInputNeedsALanguage() {
    Cli.Result result = new Cli(folder).runOn("x", "fmt", "-");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--language", "`mu`", "`turing`");
  }

  @Test
  void nothingIsWrittenWhereOneFileCannotBeRead() throws IOException {
    Cli cli = new Cli(folder).with("a.mu", UGLY).with("b.mu", "fn main() { # }\n");
    Cli.Result result = cli.run("fmt", "FOLDER/a.mu", "FOLDER/b.mu");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("b.mu:1:13: error: unexpected character `#`");
    assertThat(Files.readString(folder.resolve("a.mu"))).isEqualTo(UGLY);
  }
}
