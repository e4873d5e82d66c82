package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every broken program beside its messages, `NAME.mu` and `NAME.err`. `-Dgoldens=write` writes the
/// messages anew, for review.
class MuErrorsTest {
  private static final Path FOLDER = Path.of("../examples/programs/errors/mu");
  private final MuLanguage mu = new MuLanguage();

  static List<Path> programs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".mu")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theMessagesAreThoseBesideTheProgram(Path program) throws IOException {
    String name = program.getFileName().toString();
    Path golden = FOLDER.resolve(name.replace(".mu", ".err"));
    String messages = messages(new Source(name, Files.readString(program)));
    if (System.getProperty("goldens", "").equals("write")) {
      Files.writeString(golden, messages);
    }
    assertThat(messages).isEqualTo(Files.readString(golden));
  }

  private String messages(Source source) {
    try {
      mu.parse(source);
      return "";
    } catch (SourceErrors e) {
      return e.getMessage() + "\n";
    }
  }

  @Test
  void errorsComeInOrderOfPlace() {
    assertThatThrownBy(() -> MuRun.program("fn main() -> int { let a = b; return c + d }"))
        .isInstanceOfSatisfying(
            SourceErrors.class,
            errors ->
                assertThat(errors.diagnostics().stream().map(Diagnostic::message))
                    .containsExactly(
                        "unknown variable `b`", "unknown variable `c`", "unknown variable `d`"));
  }

  @Test
  void warningsAreNoErrors() {
    String text =
        """
        fn main(n: int) -> int {
          let unused = 1
          let _silent = 2
          var written = 3
          written = 4
          return n
          print n
          print n
        }
        """;
    List<String> warnings =
        mu.warnings(mu.parse(new Source("w.mu", text))).stream().map(Diagnostic::message).toList();
    assertThat(warnings)
        .containsExactly(
            "`unused` is never read", "`written` is never read", "this is never reached");
  }

  @Test
  void aNameMayBeUsedAgainInABlockBeside() {
    String text = "fn main() { for i in 0..2 { print i }; for i in 0..3 { print i } }";
    assertThat(MuRun.of(text, "{}").printed()).containsExactly("0", "1", "0", "1", "2");
    String types = "fn main() { for i in 0..2 { print i }; for i in [true] { print i } }";
    assertThatThrownBy(() -> MuRun.program(types))
        .hasMessageContaining("expected `i` to be `int` as in the block before, found `bool`");
  }

  @Test
  void certificatesAreRefusedWithThePlace() {
    Diagnostic refusal = mu.uncertifiable(MuRun.program("fn main(n: int) {}")).orElseThrow();
    assertThat(refusal.message())
        .isEqualTo("`int` is unbounded here, so the visible sets of this program are not finite");
    assertThat(refusal.span().start()).isEqualTo("fn main(".length());
    assertThat(mu.uncertifiable(MuRun.program("fn main() {}"))).isPresent();
  }
}
