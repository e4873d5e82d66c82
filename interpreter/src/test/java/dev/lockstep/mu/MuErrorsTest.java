package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the messages for broken programs do not show, which stand beside the examples.
class MuErrorsTest {
  private final MuLanguage mu = new MuLanguage();

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
