package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.SyntaxProblem;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is said about a source of a language with codes has one of its codes.
@Execution(ExecutionMode.CONCURRENT)
class ProblemsTest {
  private static final long SEED = 3;
  private static final int MUTANTS = 40;

  static Stream<Path> programs() {
    return Stream.concat(Programs.bad(), Programs.good())
        .filter(file -> !Languages.of(file).problems().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyDiagnosticHasACode(Path file) throws IOException {
    Language<?, ?, ?> language = Languages.of(file);
    List<Problem> known = new ArrayList<>(List.of(SyntaxProblem.values()));
    known.addAll(language.problems());
    String text = Files.readString(file);
    RandomGenerator random = new SplittableRandom(SEED);
    for (int i = 0; i < MUTANTS; i++) {
      Source source = new Source(file.toString(), i == 0 ? text : Mutants.of(text, random));
      for (Diagnostic it : diagnostics(source, language)) {
        assertThat(it.problem()).as("seed %d: %s", SEED, it.render(source)).isPresent();
        assertThat(known).contains(it.problem().get());
      }
    }
  }

  private static <P> List<Diagnostic> diagnostics(Source source, Language<P, ?, ?> language) {
    try {
      return language.warnings(language.parse(source));
    } catch (SourceErrors e) {
      return e.diagnostics();
    }
  }
}
