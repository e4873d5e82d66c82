package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Explanation;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainCommandTest {
  @TempDir Path folder;

  static List<Problem> problems() {
    return ExplainCommand.problems();
  }

  @Test
  void codesAreUnique() {
    assertThat(problems()).extracting(Problem::code).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void theExampleHasTheProblem(Problem problem) {
    Explanation explanation = Explanation.of(problem).orElseThrow();
    assertThat(explanation.text()).hasSizeGreaterThan(40);
    Source example = new Source("example." + explanation.suffix(), explanation.example());
    assertThat(ExplainCommand.diagnostics(example))
        .extracting(it -> it.problem().map(Problem::code))
        .contains(Optional.of(problem.code()));
  }

  @Test
  void showsTextExampleAndMessage() {
    Cli.Result result = new Cli(folder).run("explain", "mu.unknown-variable");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("mu.unknown-variable\n\nNo variable ")
        .contains("\n    fn main() {\n")
        .endsWith(
            """
            example.mu:3:9: error: unknown variable `totl` [mu.unknown-variable]
                print totl
                      ^~~~
              hint: Did you mean `total`?
            """);
  }

  @Test
  void withoutACodeAllAreListed() {
    assertThat(new Cli(folder).run("explain").out().lines())
        .contains("syntax.unexpected", "mu.type", "turing.missing-rule");
  }

  @Test
  void anUnknownCodeIsMisuse() {
    Cli cli = new Cli(folder);
    assertThat(cli.run("explain", "mu.unknown-varable"))
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                """
                lockstep: error: unknown code `mu.unknown-varable`
                  hint: Did you mean `mu.unknown-variable`?
                """));
    assertThat(cli.run("explain", "missing-rule").err()).contains("`turing.missing-rule`?");
  }
}
