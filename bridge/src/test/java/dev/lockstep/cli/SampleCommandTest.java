package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleCommandTest {
  @TempDir Path folder;

  static Stream<String> languages() {
    return Languages.all().stream().map(Language::name);
  }

  private Cli.Result sample(String language, String to, String... more) {
    String[] line = new String[6 + more.length];
    List<String> first = List.of("sample", language, "--programs", "3", "-o", "FOLDER/" + to);
    first.toArray(line);
    System.arraycopy(more, 0, line, 6, more.length);
    return new Cli(folder).run(line);
  }

  private List<Path> files(String of, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(of))) {
      return files.filter(it -> it.toString().endsWith(ending)).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void whatIsSampledRunsOnItsInputs(String language) throws IOException {
    Cli.Result result = sample(language, "a");
    assertThat(result.code()).as(result.err()).isZero();
    String suffix =
        Languages.all().stream()
            .filter(it -> it.name().equals(language))
            .findFirst()
            .orElseThrow()
            .suffix();
    List<Path> programs = files("a", "." + suffix);
    assertThat(programs).hasSize(3);
    Set<String> texts = new HashSet<>();
    for (Path program : programs) {
      texts.add(Files.readString(program));
      String name = program.getFileName().toString().replace("." + suffix, ".inputs.jsonl");
      String input = Files.readAllLines(program.resolveSibling(name)).getLast();
      Cli.Result run =
          new Cli(folder).run("run", program.toString(), "--input", input, "--max-steps", "1000");
      assertThat(run.code()).as(run.err()).isLessThan(ExitCode.MISUSE);
    }
    assertThat(texts).hasSize(3);
  }

  @Test
  void theSeedDecides() throws IOException {
    sample("markov", "a", "--size", "1", "--seed", "5");
    sample("markov", "b", "--size", "1", "--seed", "5");
    sample("markov", "c", "--size", "1", "--seed", "6");
    for (Path file : files("a", "")) {
      assertThat(folder.resolve("b").resolve(file.getFileName())).hasSameTextualContentAs(file);
    }
    assertThat(folder.resolve("c/programs.json").toFile())
        .exists()
        .content()
        .isNotEqualTo(Files.readString(folder.resolve("a/programs.json")));
  }

  @Test
  void whatCannotBeSampledIsMisuse() {
    assertThat(sample("markof", "x").err()).contains("Did you mean `markov`?");
    assertThat(sample("dfa", "x", "--size", "0").code()).isEqualTo(ExitCode.MISUSE);
    assertThat(sample("regex", "x", "--size", "1", "--inputs", "0").code())
        .isEqualTo(ExitCode.MISUSE);
  }
}
