package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.mu.MuProblem;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.machine.MuDeltaJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples of the language's reference: programs, each with its output, fault or error.
class MuReferenceTest {
  private static final Path REFERENCE = Path.of("../docs/mu.md");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```mu ?(.*)\\n([\\s\\S]*?)```\\n```(output|fault|error|steps)\\n([\\s\\S]*?)```");

  /// @param input as JSON, `{}` where none is given
  /// @param kind of what is expected: `output`, `fault`, `error` or `steps`
  record Example(String input, String program, String kind, String expected) {}

  static Stream<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(Files.readString(REFERENCE));
    while (matcher.find()) {
      String input = matcher.group(1).isBlank() ? "{}" : matcher.group(1);
      examples.add(
          new Example(input, matcher.group(2), matcher.group(3), matcher.group(4).strip()));
    }
    return examples.stream();
  }

  @Test
  void everyProgramOfThePageIsAnExample() throws IOException {
    long programs =
        Files.readAllLines(REFERENCE).stream().filter(it -> it.startsWith("```mu")).count();
    assertThat(examples().count()).isEqualTo(programs).isGreaterThan(10);
  }

  /// The page's grammar is the one that sources are read by.
  @Test
  void theGrammarIsWhole() throws IOException {
    String read =
        Files.readString(Path.of("../grammar/src/main/antlr4/dev/lockstep/grammar/mu/Mu.g4"));
    String rules =
        read.substring(read.indexOf("grammar Mu;") + 11)
            .replaceAll("(?m)^//.*$| # \\w+", "")
            .replaceAll("UNCLOSED[^;]*;\n", "") // a text without its end: only for the message
            .replaceAll("(?m)^ *;$", "");
    String page = Files.readString(REFERENCE);
    int at = page.indexOf("```\nprogram : ") + 4;
    assertThat(words(page.substring(at, page.indexOf("```", at)))).isEqualTo(words(rules));
  }

  /// Each kind of error is a rule of the page.
  @Test
  void everyErrorIsAStaticRule() throws IOException {
    String page = Files.readString(REFERENCE);
    String rules = page.substring(page.indexOf("## Static rules"), page.indexOf("## Small-step"));
    assertThat(MuProblem.values()).allMatch(it -> rules.contains("`" + it.code() + "`"));
  }

  /// Each kind of step stands in an example of the semantics.
  @Test
  void everyKindOfStepHasAnExample() throws IOException {
    Set<String> shown =
        examples()
            .filter(it -> it.kind().equals("steps"))
            .flatMap(it -> it.expected().lines())
            .map(it -> it.substring(2, it.indexOf("\":")))
            .collect(Collectors.toSet());
    assertThat(shown)
        .containsExactlyInAnyOrder(
            "bind",
            "newList",
            "newTable",
            "setElement",
            "put",
            "remove",
            "push",
            "pop",
            "branch",
            "startRange",
            "startWalk",
            "turn",
            "endLoop",
            "break",
            "enter",
            "return",
            "print",
            "held");
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isAsExpected(Example example) {
    Source source = new Source("example.mu", example.program());
    MuProgram program;
    try {
      program = new MuLanguage().parse(source);
    } catch (SourceErrors e) {
      assertThat(example.kind()).as(e.getMessage()).isEqualTo("error");
      assertThat(e.diagnostics().getFirst().message()).isEqualTo(example.expected());
      return;
    }
    Value input = ValueJson.parse(example.input());
    MuRun run = MuRun.of(program, input, Budget.ofSteps(100_000));
    if (example.kind().equals("steps")) {
      MuDeltaJson json = new MuDeltaJson();
      assertThat(run.trace().deltas().stream().map(it -> json.write(it).toString()))
          .isEqualTo(example.expected().lines().toList());
      return;
    }
    if (example.kind().equals("fault")) {
      assertThat(run.fault()).isEqualTo("failed: " + example.expected());
      return;
    }
    assertThat(run.ending()).as(run.fault()).isEqualTo(new Ending.Halted());
    List<String> lines = new ArrayList<>(run.printed());
    if (!run.result().isEmpty()) {
      lines.add(run.result());
    }
    assertThat(String.join("\n", lines)).isEqualTo(example.expected());
  }
}
