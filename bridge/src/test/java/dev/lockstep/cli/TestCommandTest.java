package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests in programs, and programs of several files.
class TestCommandTest {
  @TempDir private Path folder;

  private Cli cli() {
    return new Cli(folder);
  }

  private Cli inLib(String name, String content) throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    return cli().with("lib/" + name, content);
  }

  @Test
  void testsPassOrTellTheirFault() {
    Cli cli =
        cli()
            .with(
                "t.mu",
                """
                fn half(n: int) -> int requires n % 2 == 0 {
                  return n / 2
                }

                test "even" { assert half(4) == 2 }
                test "odd" { print half(3) }
                """);
    Cli.Result result = cli.run("test", "FOLDER/t.mu");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEqualTo("passed  even\nFAILED  odd\n1 passed, 1 failed\n");
    assertThat(result.err())
        .isEqualTo(
            """
            t.mu:1:33: error: requires failed: `n % 2 == 0`
              fn half(n: int) -> int requires n % 2 == 0 {
                                              ^~~~~~~~~~
              in `half`, called at t.mu:6:20
              in `test "odd"`

            """);
    assertThat(cli.run("test", "--json", "FOLDER/t.mu").out())
        .isEqualTo(
            "{\"tests\":[{\"file\":\"t.mu\",\"name\":\"even\",\"passed\":true},"
                + "{\"file\":\"t.mu\",\"name\":\"odd\",\"passed\":false,"
                + "\"message\":\"requires failed: `n % 2 == 0`\",\"line\":1,\"column\":33}],"
                + "\"passed\":1,\"failed\":1}\n");
  }

  @Test
  void anEndlessTestFails() {
    Cli.Result result =
        cli()
            .with("t.mu", "test \"endless\" { while true {} }")
            .run("test", "FOLDER/t.mu", "--max-steps", "1000");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("t.mu:1:24: error: the budget for steps is spent");
  }

  @Test
  void onlyLanguagesWithTestsHaveThem() {
    Cli.Result result =
        cli().with("a.tm", "start s\nblank _\nhalt h\ns: _ -> _ N h\n").run("test", "FOLDER/a.tm");
    assertThat(result.code()).isEqualTo(2);
  }

  @Test
  void importsBringInFunctionsOnce() throws IOException {
    inLib(
        "a.mu",
        "import \"b.mu\"\nfn a() -> int { return b() + 1 }\ntest \"not run\" { assert false }");
    inLib("b.mu", "record P { x: int }\nfn b() -> int { return P(x: 1).x }");
    Cli cli =
        cli()
            .with(
                "m.mu",
                "import \"lib/a.mu\"\nimport \"lib/b.mu\"\n"
                    + "fn main() -> int { return a() + b() }\ntest \"all\" { assert a() == 2 }");
    assertThat(cli.run("run", "FOLDER/m.mu").out()).isEqualTo("3\n");
    assertThat(cli.run("test", "FOLDER/m.mu").out()).isEqualTo("passed  all\n1 passed, 0 failed\n");
  }

  @Test
  void messagesNameTheRightFile() throws IOException {
    inLib("a.mu", "\nfn a(n: int) -> int { return 1 / n }");
    Cli cli = cli().with("m.mu", "import \"lib/a.mu\"\nfn main() { print a(0) }");
    Cli.Result failed = cli.run("run", "FOLDER/m.mu");
    assertThat(failed.err()).startsWith("lib/a.mu:2:30: error: division by zero");
    assertThat(failed.err()).contains("called from main at m.mu:2:19");
    inLib("a.mu", "\nfn a(n: int) -> int { return m }");
    Cli.Result wrong = cli.run("check", "FOLDER/m.mu");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).startsWith("lib/a.mu:2:30: error: unknown variable `m`");
  }

  @Test
  void importsStayInTheFolderAndRunInNoCircle() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(folder.resolve("outside.mu"), "fn x() {}");
    inLib("m.mu", "import \"../outside.mu\"\nimport \"none.mu\"\nimport \"n.mu\"\nfn main() {}");
    inLib("n.mu", "import \"m.mu\"\nimport \"/etc/passwd\"");
    Cli.Result result = cli().run("check", "FOLDER/lib/m.mu");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("m.mu:1:8: error: expected a file within the folder of the program")
        .contains("m.mu:2:8: error: no such file: `none.mu`")
        .contains("n.mu:1:8: error: `m.mu` imports `n.mu` imports `m.mu`: a circle")
        .contains("n.mu:2:8: error: expected the path of a Mu file");
  }
}
