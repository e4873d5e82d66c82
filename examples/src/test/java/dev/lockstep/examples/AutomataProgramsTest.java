package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.automata.Automata;
import dev.lockstep.automata.NfaLanguage;
import dev.lockstep.automata.RegexLanguage;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The example automata and expressions on all short words.
@Execution(ExecutionMode.CONCURRENT)
class AutomataProgramsTest {
  private static final int LONGEST = 7;

  private static List<String> words(String alphabet) {
    List<String> words = new ArrayList<>(List.of(""));
    for (int i = 0; words.get(i).length() < LONGEST; i++) {
      for (int k = 0; k < alphabet.length(); k++) {
        words.add(words.get(i) + alphabet.charAt(k));
      }
    }
    return words;
  }

  private static <P, C, D> void agrees(
      Language<P, C, D> language, Path file, String alphabet, Predicate<String> oracle) {
    Machine<C, D> machine = language.load(language.parse(Source.read(file)));
    for (String word : words(alphabet)) {
      C last =
          new Interpreter<>(machine).trace(machine.start(Value.of(word)), Budget.DEFAULT).last();
      assertThat(machine.output(last))
          .as("%s on `%s`", file, word)
          .contains(new Value.Bool(oracle.test(word)));
    }
  }

  private static void agrees(String name, String alphabet, Predicate<String> oracle) {
    Path file = Programs.ROOT.resolve(name);
    agrees(Languages.of(file), file, alphabet, oracle);
  }

  @ParameterizedTest
  @CsvSource({
    "dfa/parity-check.dfa, 01, (0*10*1)*0*",
    "dfa/even-pairs.dfa, ab, |a|b|(a.*a)|(b.*b)",
    "dfa/no-three-as.dfa, ab, (?!.*aaa).*",
    "dfa/identifier.dfa, xy01, [xy].*",
    "nfa/ends-in-01.nfa, 01, .*01",
    "nfa/third-from-end.nfa, 01, .*1..",
    "nfa/contains-abba.nfa, ab, .*abba.*",
    "nfa/optional-sign.nfa, 01+-, [+-]?[01]+",
    "regex/ends-in-01.regex, 01, .*01",
    "regex/no-three-as.regex, ab, (?!.*aaa).*",
  })
  void acceptsWhatTheJdkMatches(String name, String alphabet, String pattern) {
    agrees(name, alphabet, word -> word.matches(pattern));
  }

  @Test
  void multiplesOfThreeAreAccepted() {
    Predicate<String> oracle = word -> word.isEmpty() || Integer.parseInt(word, 2) % 3 == 0;
    agrees("dfa/multiple-of-three.dfa", "01", oracle);
    agrees("regex/multiple-of-three.regex", "01", oracle);
  }

  @Test
  void evenNumbersOfEitherAreAccepted() {
    agrees(
        "nfa/either-even.nfa",
        "ab",
        word -> {
          int as = word.replace("b", "").length();
          return as % 2 == 0 || (word.length() - as) % 2 == 0;
        });
  }

  @Test
  void theSameLanguageInTwoNotationsIsEquivalent() {
    NfaLanguage nfa = new NfaLanguage();
    RegexLanguage regex = new RegexLanguage();
    assertThat(
            Automata.difference(
                nfa.parse(Source.read(Programs.ROOT.resolve("nfa/ends-in-01.nfa"))),
                Automata.minimal(
                    regex.parse(Source.read(Programs.ROOT.resolve("regex/ends-in-01.regex"))))))
        .isEmpty();
    assertThat(
            Automata.minimal(
                    nfa.parse(Source.read(Programs.ROOT.resolve("nfa/third-from-end.nfa"))))
                .states())
        .hasSize(8);
  }
}
