package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example program answers as the file beside it says, in whatever language it is written.
///
/// A line of `NAME.expected.jsonl` is `{"input":…, "output":…}`, with `"printed":[…]` where the
/// program prints, or `{"input":…, "fails":"the message"}`. A line with `"steps":…` is of a long
/// run: the language's fast engine takes it, in exactly so many steps.
@Execution(ExecutionMode.CONCURRENT)
class ProgramsTest {
  static Stream<Path> programs() {
    return Programs.good();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void answersAsExpected(Path file) {
    answers(file, Languages.of(file));
  }

  private static <P, C, D> void answers(Path file, Language<P, C, D> language) {
    Machine<C, D> machine = language.load(language.parse(Source.read(file)));
    List<JsonNode> lines = Programs.lines(Programs.beside(file, ".expected.jsonl"));
    assertThat(lines).isNotEmpty();
    for (JsonNode line : lines) {
      if (line.has("steps")) {
        runsLong(file, language, line);
        continue;
      }
      Answer<C, D> answer = new Answer<>(machine);
      new Interpreter<>(machine)
          .run(machine.start(ValueJson.of(line.path("input"))), Budget.DEFAULT, answer);
      assertThat(ValueJson.of(answer.json(line.path("input"))))
          .as("%s on %s", file, line)
          .isEqualTo(ValueJson.of(line));
    }
  }

  private static <P> void runsLong(Path file, Language<P, ?, ?> language, JsonNode line) {
    Runner.Finish finish =
        language
            .runner(language.parse(Source.read(file)))
            .orElseThrow()
            .run(
                ValueJson.of(line.path("input")),
                Budget.ofSteps(line.path("steps").asLong()),
                _ -> true)
            .orElseThrow();
    assertThat(finish.ending()).isEqualTo(new Ending.Halted());
    assertThat(finish.steps()).as("%s", file).isEqualTo(line.path("steps").asLong());
    assertThat(finish.output()).contains(ValueJson.of(line.path("output")));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void survivesPrinting(Path file) {
    survives(file, Languages.of(file));
  }

  private static <P, C, D> void survives(Path file, Language<P, C, D> language) {
    P program = language.parse(Source.read(file));
    String printed = language.print(program);
    assertThat(language.parse(new Source("printed." + language.suffix(), printed)))
        .isEqualTo(program);
  }

  /// A rule or case may be left out on purpose; everything else that `check` warns of is a slip.
  @ParameterizedTest
  @MethodSource("programs")
  void hasNothingSuspicious(Path file) {
    assertThat(warnings(file, Languages.of(file)))
        .noneMatch(warning -> !warning.message().startsWith("no rule for "));
  }

  private static <P> List<Diagnostic> warnings(Path file, Language<P, ?, ?> language) {
    return language.warnings(language.parse(Source.read(file)));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void startsOnTheInputsBesideIt(Path file) {
    Path inputs = Programs.beside(file, ".inputs.jsonl");
    if (Files.exists(inputs)) {
      starts(file, Languages.of(file), inputs);
    }
  }

  private static <P, C, D> void starts(Path file, Language<P, C, D> language, Path inputs) {
    Machine<C, D> machine = language.load(language.parse(Source.read(file)));
    List<JsonNode> lines = Programs.lines(inputs);
    assertThat(lines).isNotEmpty().doesNotHaveDuplicates();
    for (JsonNode line : lines) {
      assertThatCode(() -> machine.start(ValueJson.of(line)))
          .as("%s line %s", inputs, line)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void noFileStandsAlone() {
    for (Path file : Programs.files()) {
      boolean wrong = file.startsWith(Programs.ERRORS);
      List<String> beside = wrong ? List.of(".err") : List.of(".expected.jsonl", ".inputs.jsonl");
      if (Programs.isProgram(file)) {
        assertThat(Programs.beside(file, beside.getFirst())).exists();
      } else {
        assertThat(beside.stream().map(ending -> program(file, ending)).flatMap(Optional::stream))
            .as("programs for %s", file)
            .hasSize(1);
      }
    }
  }

  /// The program that `file`, named after it with `ending`, belongs to.
  private static Optional<Path> program(Path file, String ending) {
    String name = file.getFileName().toString();
    return Languages.all().stream()
        .filter(_ -> name.endsWith(ending))
        .map(language -> name.replace(ending, "." + language.suffix()))
        .map(file::resolveSibling)
        .filter(Files::exists)
        .findFirst();
  }

  /// What a run says, in the form of the lines of `NAME.expected.jsonl`.
  private static final class Answer<C, D> implements RunSink<C, D> {
    private final Machine<C, D> machine;
    private final List<Value> printed = new ArrayList<>();
    private Optional<Value> output = Optional.empty();
    private Optional<String> failure = Optional.empty();

    Answer(Machine<C, D> machine) {
      this.machine = machine;
    }

    @Override
    public boolean step(D delta, Note note, C after) {
      machine.printed(delta).forEach(line -> printed.add(Value.of(line)));
      return true;
    }

    @Override
    public void end(Ending ending, C last) {
      switch (ending) {
        case Ending.Halted() -> output = machine.output(last);
        case Ending.Failed(var fault) -> failure = Optional.of(fault.message());
        case Ending.BudgetSpent _, Ending.Garbled _ -> failure = Optional.of(ending.describe());
      }
    }

    JsonNode json(JsonNode input) {
      var line = JsonTrees.MAPPER.createObjectNode();
      line.set("input", input);
      output.ifPresent(value -> line.set("output", ValueJson.toNode(value)));
      failure.ifPresent(message -> line.put("fails", message));
      if (!printed.isEmpty()) {
        line.set("printed", ValueJson.toNode(new Value.Items(printed)));
      }
      return line;
    }
  }
}
