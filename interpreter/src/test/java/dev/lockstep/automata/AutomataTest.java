package dev.lockstep.automata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.automaton.AutomatonProgram;
import dev.lockstep.grammar.automaton.Mention;
import dev.lockstep.grammar.automaton.Transition;
import dev.lockstep.grammar.regex.Regex;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Automata against the simulation of all their paths, expressions against the JDK's.
class AutomataTest {
  private final RandomGenerator random = new SplittableRandom(4);

  private static <P, C, D> boolean accepts(Language<P, C, D> language, P program, String word) {
    Machine<C, D> machine = language.load(program);
    C last = new Interpreter<>(machine).trace(machine.start(Value.of(word)), Budget.DEFAULT).last();
    return ((Value.Bool) machine.output(last).orElseThrow()).value();
  }

  private String word(List<Integer> symbols) {
    StringBuilder word = new StringBuilder();
    for (int left = symbols.isEmpty() ? 0 : random.nextInt(9); left > 0; left--) {
      word.appendCodePoint(symbols.get(random.nextInt(symbols.size())));
    }
    return word.toString();
  }

  /// Every state that some path is in after each symbol.
  private static boolean simulated(AutomatonProgram program, String word) {
    Set<String> now = new HashSet<>();
    program.starts().forEach(it -> now.add(it.name()));
    silent(program, now);
    for (int symbol : word.codePoints().toArray()) {
      Set<String> next = new HashSet<>();
      for (Transition it : program.transitions()) {
        if (now.contains(it.from().name()) && it.symbol().equals(Optional.of(symbol))) {
          next.add(it.to().name());
        }
      }
      now.clear();
      now.addAll(next);
      silent(program, now);
    }
    return program.accepting().stream().map(Mention::name).anyMatch(now::contains);
  }

  private static void silent(AutomatonProgram program, Set<String> now) {
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Transition it : program.transitions()) {
        if (it.symbol().isEmpty() && now.contains(it.from().name())) {
          grew |= now.add(it.to().name());
        }
      }
    }
  }

  @Test
  void runsAcceptWhatSomePathAccepts() {
    int accepted = 0;
    for (int i = 0; i < 200; i++) {
      boolean deterministic = i % 2 == 0;
      AutomatonProgram program = AutomatonSampler.automaton(random, 14, deterministic);
      for (int j = 0; j < 10; j++) {
        String word = word(List.copyOf(program.symbols()));
        boolean expected = simulated(program, word);
        accepted += expected ? 1 : 0;
        assertThat(
                deterministic
                    ? accepts(new DfaLanguage(), program, word)
                    : accepts(new NfaLanguage(), program, word))
            .as("%s on\n%s", word, new NfaLanguage().print(program))
            .isEqualTo(expected);
      }
    }
    assertThat(accepted).isGreaterThan(200);
  }

  /// In the JDK's notation, which has a meaning of its own for one sign of repetition behind
  /// another.
  private static String jdk(Regex regex) {
    return switch (regex) {
      case Regex.Repetition(Regex part, Regex.Times times) ->
          "(?:"
              + jdk(part)
              + ")"
              + new Regex.Repetition(new Regex.Any(), times).print().substring(1);
      case Regex.Sequence(List<Regex> parts) ->
          parts.stream().map(AutomataTest::jdk).collect(Collectors.joining("", "(?:", ")"));
      case Regex.Choice(List<Regex> options) ->
          options.stream().map(AutomataTest::jdk).collect(Collectors.joining("|", "(?:", ")"));
      case Regex.Symbol _, Regex.OneOf _, Regex.Any _ -> regex.print();
    };
  }

  @Test
  void expressionsMatchWhatTheJdkMatches() {
    int matched = 0;
    for (int i = 0; i < 200; i++) {
      Regex regex = AutomatonSampler.regex(random, 8);
      List<Integer> symbols = List.copyOf(regex.symbols());
      Pattern pattern = Pattern.compile(jdk(regex));
      for (int j = 0; j < 10 && !symbols.isEmpty(); j++) {
        String word = word(symbols);
        boolean expected = pattern.matcher(word).matches();
        matched += expected ? 1 : 0;
        assertThat(accepts(new RegexLanguage(), regex, word))
            .as("%s on `%s`", regex.print(), word)
            .isEqualTo(expected);
      }
    }
    assertThat(matched).isGreaterThan(150);
  }

  @Test
  void theLeastAutomatonIsUniqueAndEquivalent() {
    for (int i = 0; i < 100; i++) {
      AutomatonProgram program = AutomatonSampler.automaton(random, 14, false);
      AutomatonProgram minimal = Automata.minimal(program);
      assertThat(Automata.difference(program, minimal)).isEmpty();
      assertThat(Automata.minimal(minimal)).isEqualTo(minimal);
      List<Transition> reversed = new ArrayList<>(program.transitions());
      assertThat(
              Automata.minimal(
                  new AutomatonProgram(program.starts(), program.accepting(), reversed.reversed())))
          .isEqualTo(minimal);
    }
  }

  @Test
  void aDifferenceIsAWordThatOneAccepts() {
    int different = 0;
    for (int i = 0; i < 100; i++) {
      AutomatonProgram one = AutomatonSampler.automaton(random, 9, false);
      AutomatonProgram two = AutomatonSampler.automaton(random, 9, false);
      Optional<String> word = Automata.difference(one, two);
      different += word.isPresent() ? 1 : 0;
      word.ifPresent(it -> assertThat(simulated(one, it)).isNotEqualTo(simulated(two, it)));
    }
    assertThat(different).isGreaterThan(50);
  }

  @Test
  void aKnownExpressionHasItsKnownAutomaton() {
    Regex regex = new RegexLanguage().parse(new Source("a.regex", "(0|1)* 1 (0|1)(0|1)"));
    AutomatonProgram minimal = Automata.minimal(regex);
    assertThat(minimal.states()).hasSize(8);
    assertThat(minimal.accepting()).hasSize(4);
  }
}
