package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void program() {
    cli = new Cli(folder).with("increment.tm", TuringPrograms.INCREMENT);
  }

  @Test
  void writesOneLineAStep() {
    List<String> lines =
        cli.run("trace", "FOLDER/increment.tm", "-i", "\"0\"").out().lines().toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.getFirst()).contains("\"format\":\"lockstep-trace\"", "\"input\":\"0\"");
    assertThat(lines.get(1)).startsWith("{\"step\":1,\"at\":{\"line\":5,\"column\":1,");
    assertThat(lines.get(4)).isEqualTo("{\"outcome\":\"halted\",\"steps\":3,\"value\":\"1\"}");
  }

  @Test
  void theFileIsTheSameAsTheStream() throws IOException {
    String streamed = cli.run("trace", "FOLDER/increment.tm", "-i", "\"10\"").out();
    assertThat(cli.run("trace", "FOLDER/increment.tm", "-i", "\"10\"", "-o", "FOLDER/run.jsonl"))
        .isEqualTo(new Cli.Result(0, "", ""));
    String written = Files.readString(folder.resolve("run.jsonl"));
    assertThat(written.lines().skip(1).limit(4))
        .containsExactlyElementsOf(streamed.lines().skip(1).limit(4).toList());
  }

  @Test
  void forPeopleThereIsAShortForm() {
    assertThat(cli.run("trace", "FOLDER/increment.tm", "-i", "\"0\"", "--pretty").out())
        .startsWith("increment.tm on \"0\"\n     1      5:1  right: 0 -> 0 R right  ")
        .endsWith("\nhalted after 3 steps with \"1\"\n");
  }

  @Test
  void aFailedRunIsATraceToo() {
    cli.with("incomplete.tm", TuringPrograms.INCOMPLETE);
    Cli.Result result = cli.run("trace", "FOLDER/incomplete.tm", "-i", "\"1\"");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("{\"outcome\":\"failed\",\"steps\":3,\"message\":\"no rule for");
  }

  @Test
  void nothingIsHalfWritten() throws IOException {
    Cli.Result lost = cli.run("trace", "FOLDER/increment.tm", "-i", "\"0\"", "-o", "FOLDER/no/x");
    assertThat(lost.code()).isEqualTo(2);
    assertThat(lost.err())
        .startsWith("lockstep: error: -o no/x: cannot be written: no such folder: ");
    Cli.Result wrong = cli.run("trace", "FOLDER/increment.tm", "-i", "7", "-o", "FOLDER/x.jsonl");
    assertThat(wrong.code()).isEqualTo(2);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString())).containsExactly("increment.tm");
    }
  }
}
