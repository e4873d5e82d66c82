package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.interactive.MuRepl;
import dev.lockstep.interactive.PipedLines;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.JsonTrees;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs of several files: every tool names the file and counts lines in it.
class ImportsTest {
  private static final String FAILING = "{\"xs\":[50,60]}";

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    cli =
        new Cli(folder)
            .with(
                "main.mu",
                """
                import "lists.mu"

                fn main(xs: [int]) -> int { return total(xs) }
                """)
            .with(
                "lists.mu",
                """
                // Sums.
                import "sub/deep.mu"

                fn total(xs: [int]) -> int {
                  var sum = 0
                  for x in xs { sum += x }
                  return small(sum)
                }
                """)
            .with("sub/deep.mu", "fn small(n: int) -> int {\n  assert n < 100\n  return n\n}\n");
  }

  @Test
  void aFaultNamesItsFileInJsonToo() throws IOException {
    Cli.Result result = cli.run("run", "--json", "FOLDER/main.mu", "--input", FAILING);
    JsonNode said = JsonTrees.MAPPER.readTree(result.out());
    assertThat(said.get("file").textValue()).isEqualTo("sub/deep.mu");
    assertThat(said.get("line").intValue()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("sub/deep.mu:2:10: error: assert failed: `n < 100`\n")
        .contains("called from total (sum=110, xs=[50,60]) at lists.mu:7:10\n");
  }

  @Test
  void aTraceNamesFilesAndIsWalkedAgain() throws IOException {
    String trace = folder.resolve("t.jsonl").toString();
    cli.run("trace", "FOLDER/main.mu", "--input", FAILING, "-o", trace);
    JsonNode second = JsonTrees.MAPPER.readTree(Files.readAllLines(Path.of(trace)).get(2));
    assertThat(second.at("/at/file").textValue()).endsWith("/lists.mu");
    assertThat(second.at("/at/line").intValue()).isEqualTo(5);
    assertThat(cli.run("trace", "FOLDER/main.mu", "--input", FAILING, "--pretty").out())
        .contains("\n     2  lists.mu:5:3  var sum = 0 ");
    assertThat(cli.runOn("step 2", "debug", "FOLDER/main.mu", "--trace", trace).out())
        .contains("lists.mu:6:7: after 2 steps in total\n    for x in xs { sum += x }\n");
    assertThat(cli.run("verify", "--trace", trace, "FOLDER/main.mu").code()).isZero();
  }

  @Test
  void breakpointsStandInFiles() {
    assertThat(
            cli.runOn(
                    """
                    break deep.mu:2
                    break 3
                    break lists.mu:99
                    break other.mu:1
                    break
                    continue
                    list
                    delete deep.mu:2
                    break
                    """,
                    "debug",
                    "FOLDER/main.mu",
                    "--input",
                    FAILING)
                .out())
        .contains(
            """
            (debug) break deep.mu:2
            sub/deep.mu:2: assert n < 100
            (debug) break 3
            3: fn main(xs: [int]) -> int { return total(xs) }
            (debug) break lists.mu:99
            no line 99: lists.mu has 9
            (debug) break other.mu:1
            expected a line of a file of the program, found `other.mu:1`
            (debug) break
            breakpoints: 3, sub/deep.mu:2
            """)
        .contains(
            """
            (debug) list
            sub/deep.mu
                 1  fn small(n: int) -> int {
            →●   2    assert n < 100
                 3    return n
                 4  }
            """)
        .endsWith("(debug) delete deep.mu:2\ndeleted\n(debug) break\nbreakpoints: 3\n");
  }

  @Test
  void diagnosticsNameTheFileInJson() throws IOException {
    cli.with("sub/deep.mu", "fn small(n: int) -> int {\n  return m\n}\n");
    JsonNode said = JsonTrees.MAPPER.readTree(cli.run("check", "--json", "FOLDER/main.mu").out());
    JsonNode only = said.at("/files/0/diagnostics/0");
    assertThat(only.get("file").textValue()).isEqualTo("sub/deep.mu");
    assertThat(only.get("line").intValue()).isEqualTo(2);
    assertThat(only.get("column").intValue()).isEqualTo(10);
  }

  @Test
  void whatIsCompiledMayImport() {
    cli.with(
        "small.mu", "import \"sub/deep.mu\"\nfn main(n: int) -> int { return small(n) + 1 }\n");
    cli.run("compile", "FOLDER/small.mu", "--to", "register", "-o", folder + "/small.rm");
    assertThat(cli.run("run", "FOLDER/small.rm", "--input", "[41]").out()).isEqualTo("[42]\n");
    assertThat(cli.run("compile", "FOLDER/main.mu", "--to", "register").err())
        .contains("\nlists.mu:4:10: error: the list type `[int]` cannot be compiled");
  }

  @Test
  void entriesImportWithinTheirFolder() {
    assertThat(said("import \"lists.mu\"\ntotal([1, 2])\n:load FOLDER/main.mu\ntotal([3])"))
        .isEqualTo(
            """
            mu> import "lists.mu"
            defined total
            defined small
            mu> total([1, 2])
            3
            mu> :load main.mu
            defined total
            defined small
            mu> total([3])
            3
            """);
    assertThat(said("import \"../lists.mu\"\nimport \"none.mu\""))
        .contains("expected a file within the folder of the program, found one outside [mu.import]")
        .contains("entry:1:8: error: no such file: `none.mu` [mu.import]");
    cli.with("sub/deep.mu", "fn small(n: int) -> int {\n  return m\n}\n");
    assertThat(said("import \"lists.mu\"\n:symbols"))
        .contains("sub/deep.mu:2:10: error: unknown variable `m`")
        .endsWith("mu> :symbols\nmain: fn()\n");
  }

  private String said(String lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
    String typed = lines.replace("FOLDER", folder.toString());
    PipedLines piped =
        new PipedLines(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), print);
    new MuRepl(Budget.ofSteps(1_000), folder, print).talk(piped);
    print.flush();
    return out.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
  }
}
