package dev.lockstep.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.markov.MarkovProgram;
import dev.lockstep.grammar.markov.MarkovProgram.MarkovRule;
import dev.lockstep.grammar.markov.MarkovReader;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Value;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkovMachineTest {
  private static MarkovProgram program(String text) {
    return MarkovReader.read(new Source("test.markov", text));
  }

  /// A second implementation, by regular expressions.
  @Test
  void sampledSystemsAreReplacements() {
    MarkovSampler sampler = new MarkovSampler("abc", 3);
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      MarkovProgram program = sampler.sample(random, 1 + random.nextInt(6));
      MarkovMachine machine = new MarkovMachine(program);
      String text = sampler.word(random, random.nextInt(12));
      MarkovConfiguration now = machine.start(Value.of(text));
      for (int step = 0; step < 50; step++) {
        String before = text;
        MarkovRule found =
            program.rules().stream()
                .filter(rule -> before.contains(rule.left()))
                .findFirst()
                .orElse(new MarkovRule("", "", true));
        text =
            Pattern.compile(found.left(), Pattern.LITERAL)
                .matcher(text)
                .replaceFirst(Matcher.quoteReplacement(found.right()));
        now = new Interpreter<>(machine).trace(now, Budget.ofSteps(1)).last();
        assertThat(now.text()).as("seed %d", seed).isEqualTo(text);
        if (found.last()) {
          break;
        }
      }
    }
  }

  @Test
  void warnsOfRulesThatNeverHaveTheirTurn() {
    MarkovProgram program = program("a -> b\nxay -> c\nb -> c");
    assertThat(new MarkovLanguage().warnings(program).stream().map(Diagnostic::message))
        .containsExactly("never applied: wherever it could be, rule `a -> b` is");
  }

  @Test
  void quotedPiecesAreStrings() {
    assertThat(program("'->' x -> a 'b c' '''"))
        .isEqualTo(new MarkovProgram(List.of(new MarkovRule("->x", "ab c'", false))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a b | expected a string, `->` or `->.`, found the end of the file",
        "a -> b -> c | expected a line break, found `->`",
        "a - b | unexpected character `-`",
        "a.b -> c | Write it in quotes: `'.'`.",
      })
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> program(text))
        .isInstanceOf(SourceErrors.class)
        .hasMessageContaining(message);
  }
}
