package dev.lockstep.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.mu.MuStyle;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private final Lexicon mu = new MuStyle().lexicon();

  @Test
  void tokensCommentsAndLineBreaksAreClassified() {
    assertThat(mu.lexemes(new Source("a.mu", "let x = 12 // twelve \n")))
        .extracting(it -> it.kind() + " " + it.text().strip())
        .containsExactly(
            "KEYWORD let", "NAME x", "SIGN =", "NUMBER 12", "COMMENT // twelve", "LINE_BREAK ");
  }

  @Test
  void keywordsComeFromTheGrammar() {
    assertThat(mu.keywords()).contains("fn", "while", "requires").doesNotContain("{", "x");
  }

  @Test
  void whatIsNoTokenIsNoComment() {
    assertThatThrownBy(() -> mu.lexemes(new Source("a.mu", "let x = #\n")))
        .isInstanceOf(SourceErrors.class)
        .hasMessageContaining("a.mu:1:9: error: unexpected character `#`");
  }
}
