package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileCommandTest {
  private static final String SQUARES =
      """
      fn main(n: int) -> int {
        var sum = 0
        for i in 0..n {
          sum = sum + i * i
          print sum
        }
        return sum
      }
      """;

  @TempDir private Path folder;

  private Cli cli() {
    return new Cli(folder).with("squares.mu", SQUARES);
  }

  @Test
  void whatIsCompiledRuns() {
    Cli cli = cli();
    for (String machine : new String[] {"register", "subleq"}) {
      String out = "FOLDER/squares." + (machine.equals("register") ? "rm" : "sq");
      Cli.Result compiled =
          cli.run("compile", "FOLDER/squares.mu", "--to", machine, "--width", "16", "-o", out);
      assertThat(compiled.err()).isEmpty();
      assertThat(compiled.code()).isZero();
      assertThat(cli.run("run", out, "--input", "[4]").out()).isEqualTo("[0,1,5,14,14]\n");
    }
  }

  @Test
  void aRegisterProgramIsCompiledFurther() {
    Cli cli =
        cli()
            .with(
                "twice.rm",
                "        in r1\n        add r2, r1, r1\n        out r2\n        halt\n");
    Cli.Result result =
        cli.run("compile", "FOLDER/twice.rm", "--to", "subleq", "-o", "FOLDER/t.sq");
    assertThat(result.code()).isZero();
    assertThat(cli.run("run", "FOLDER/t.sq", "--input", "-21").out()).isEqualTo("[-42]\n");
  }

  @Test
  void aMachineWithStacksBecomesATuringMachine() {
    Cli cli =
        cli()
            .with(
                "pairs.stacks",
                "start q\naccept q\nq: a, -, - -> q, A, B\nq: b, A, B -> q, -, -\n");
    assertThat(cli.run("compile", "FOLDER/pairs.stacks", "--to", "turing", "-o", "FOLDER/p.tm"))
        .returns(0, Cli.Result::code)
        .returns("compile: 84 rules, 6 states and 7 symbols\n", Cli.Result::err);
    assertThat(cli.run("run", "FOLDER/p.tm", "--input", "\"aababb\"").out()).isEqualTo("\"1\"\n");
    assertThat(cli.run("run", "FOLDER/p.tm", "--input", "\"abb\"").out()).isEqualTo("\"0\"\n");
    assertThat(cli.run("certify", "FOLDER/none.model", "FOLDER/pairs.stacks").err())
        .contains("compile --to turing");
  }

  @Test
  void aMarkovAlgorithmIsScanned() {
    Cli cli = cli().with("sort.markov", "ba -> ab\nca -> ac\ncb -> bc\n");
    Cli.Result compiled =
        cli.run("compile", "FOLDER/sort.markov", "--to", "turing", "-o", "FOLDER/sort.tm");
    assertThat(compiled.code()).isZero();
    assertThat(compiled.err()).startsWith("compile: ").contains("4 symbols");
    assertThat(cli.run("check", "FOLDER/sort.tm").out()).contains("no errors");
    assertThat(cli.run("run", "FOLDER/sort.tm", "--input", "\"cabbac\"").out())
        .isEqualTo("\"aabbcc\"\n");
    assertThat(cli.run("compile", "FOLDER/squares.mu", "--to", "turing").err())
        .contains("cannot be compiled to TURING");
  }

  @Test
  void whatCannotBeCompiledIsMisuse() {
    Cli cli =
        cli().with("list.mu", "fn main(xs: [int]) -> int { return xs[0] }\n").with("a.tm", "");
    Cli.Result list = cli.run("compile", "FOLDER/list.mu", "--to", "subleq");
    assertThat(list.code()).isEqualTo(ExitCode.MISUSE);
    assertThat(list.err()).contains("list.mu:1:9: error: the list type `[int]` cannot be compiled");
    Cli.Result other = cli.run("compile", "FOLDER/a.tm", "--to", "subleq");
    assertThat(other.code()).isEqualTo(ExitCode.MISUSE);
    assertThat(other.err()).contains("a.tm: cannot be compiled to SUBLEQ");
    Cli.Result narrow = cli.run("compile", "FOLDER/squares.mu", "--to", "subleq", "--width", "8");
    assertThat(narrow.code()).isEqualTo(ExitCode.MISUSE);
    assertThat(narrow.err()).contains("Compile to wider words");
    assertThat(cli.run("compile", "FOLDER/squares.mu", "--to", "subleq", "--width", "65").err())
        .contains("a word has 8 to 64 bits, not 65");
  }

  @Test
  void aBiTagSystemBecomesATapeOfTheUniversalMachine() {
    Cli cli =
        cli()
            .with("one.tag", "normal\nhalt h\na -> a\ne a -> a a f\nf a -> a h\n")
            .with("tag.tag", "delete 2\na -> b\nb -> a\n")
            .with(
                "u.tm",
                "0RB1RA_1RC1RA_0LG0LE_0LF1LE_1RA1LD_1LD1LD_0LH1LG_1LI1LG_0RA1LJ_1LK1RZ_0RL1RN"
                    + "_0RM1RL_0LB1RL_0LC0RO_0RN1RN");
    Cli.Result tape =
        cli.run(
            "compile", "FOLDER/one.tag", "--to", "u15", "-i", "\"e a a\"", "-o", "FOLDER/t.json");
    assertThat(tape.err()).isEmpty();
    assertThat(tape.code()).isZero();
    Cli.Result run = cli.run("run", "FOLDER/u.tm", "--input", "@FOLDER/t.json", "--json");
    assertThat(run.out()).contains("\"outcome\":\"halted\"");
    assertThat(run.out()).contains("\"steps\":54694");
    Cli.Result refused = cli.run("compile", "FOLDER/tag.tag", "--to", "u15", "-i", "\"a b\"");
    assertThat(refused.code()).isEqualTo(ExitCode.MISUSE);
    assertThat(refused.err()).contains("cannot be compiled to U15: not a normal system");
    assertThat(cli.run("compile", "FOLDER/u.tm", "--to", "u15", "-i", "\"1\"").err())
        .contains("u.tm: cannot be compiled to U15");
  }

  @Test
  void severalTapesAreNoLagSystem() {
    Cli cli = cli().with("two.tm", "tapes 2\nblank _\nstart q\nhalt h\nq: _, _ -> _, _ N, N h\n");
    Cli.Result refused = cli.run("compile", "FOLDER/two.tm", "--to", "lag");
    assertThat(refused.code()).isEqualTo(ExitCode.MISUSE);
    assertThat(refused.err()).contains("cannot be compiled to LAG: it has several tapes");
  }
}
