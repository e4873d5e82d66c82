package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Lexeme;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.TokenKind;
import dev.lockstep.grammar.format.Formatter;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The formatter on all example programs, damaged copies of them, and generated programs whose
/// layout was shaken: formatting twice is formatting once, the program stays the same tree, and no
/// comment is lost.
@Execution(ExecutionMode.CONCURRENT)
class FormatterTest {
  private static final long SEED = 11;
  private static final int MUTANTS = 60;
  private static final int SAMPLES = 60;

  static Stream<Path> programs() {
    return Stream.concat(Programs.good(), Programs.bad())
        .filter(file -> Languages.of(file).style().isPresent());
  }

  static Stream<Language<?, ?, ?>> languages() {
    return Languages.all().stream().filter(language -> language.style().isPresent());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void examplesAreFormatted(Path file) throws IOException {
    if (!file.startsWith(Programs.ERRORS)) {
      String text = Files.readString(file);
      Formatter formatter = new Formatter(Languages.of(file).style().orElseThrow());
      assertThat(formatter.format(new Source(file.toString(), text))).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void damagedExamplesKeepTheirMeaning(Path file) throws IOException {
    String text = Files.readString(file);
    RandomGenerator random = new SplittableRandom(SEED);
    holds(Languages.of(file), text);
    for (int i = 0; i < MUTANTS; i++) {
      holds(Languages.of(file), Mutants.of(text, random));
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  <P> void generatedProgramsKeepTheirMeaning(Language<P, ?, ?> language) {
    RandomGenerator random = new SplittableRandom(SEED);
    for (int i = 0; i < SAMPLES; i++) {
      String text = language.print(language.sample(random, 1 + i));
      holds(language, shaken(text, random));
    }
  }

  /// Other blanks at the beginnings and ends of lines, doubled blanks and empty lines.
  private static String shaken(String text, RandomGenerator random) {
    StringBuilder out = new StringBuilder();
    text.lines()
        .forEach(
            line -> {
              out.repeat(' ', random.nextInt(5)).append(line.strip().replace(" ", " \t"));
              out.repeat(' ', random.nextInt(3)).repeat('\n', 1 + random.nextInt(3));
            });
    return out.toString();
  }

  private static <P> void holds(Language<P, ?, ?> language, String text) {
    Style style = language.style().orElseThrow();
    Formatter formatter = new Formatter(style);
    String once;
    try {
      once = formatter.format(source(text));
    } catch (SourceErrors _) {
      return; // a character that begins no token
    }
    assertThat(formatter.format(source(once))).as("seed %d", SEED).isEqualTo(once);
    assertThat(comments(style, once)).as(text).isEqualTo(comments(style, text));
    assertThat(parsed(language, once)).as(text).isEqualTo(parsed(language, text));
  }

  private static List<String> comments(Style style, String text) {
    return style.lexicon().lexemes(source(text)).stream()
        .filter(it -> it.is(TokenKind.COMMENT))
        .map(Lexeme::text)
        .toList();
  }

  private static <P> Optional<P> parsed(Language<P, ?, ?> language, String text) {
    try {
      return Optional.of(language.parse(source(text)));
    } catch (SourceErrors _) {
      return Optional.empty();
    }
  }

  private static Source source(String text) {
    return new Source("test", text);
  }
}
