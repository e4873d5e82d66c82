package dev.lockstep.markov;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.markov.MarkovProgram;
import dev.lockstep.grammar.markov.MarkovReader;
import dev.lockstep.grammar.turing.TuringPrinter;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.grammar.turing.TuringReader;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The scanning machine passes the strings of the Markov algorithm, in order, and no others.
class ScanningMachineTest {
  private static final int REWRITINGS = 12;
  private static final int STEPS = 40_000;

  /// The strings of a run, and how it ended: halted or not within its steps.
  private record Strings(List<String> passed, boolean halted) {}

  private static Strings rewritten(MarkovProgram program, String input) {
    MarkovMachine machine = new MarkovMachine(program);
    MarkovConfiguration now = machine.start(Value.of(input));
    List<String> passed = new ArrayList<>(List.of(input));
    while (passed.size() <= REWRITINGS) {
      if (!(machine.next(now) instanceof Next.Do<Rewriting>(Rewriting rewriting, _))) {
        return new Strings(passed, true);
      }
      now = machine.apply(now, rewriting);
      passed.add(now.text());
    }
    return new Strings(passed, false);
  }

  /// A string is passed where the state `again` is entered, and at the halt after a last rule.
  private static Strings scanned(TuringProgram program, String input) {
    TuringMachine machine = new TuringMachine(program);
    TuringConfiguration now = machine.start(Value.of(input));
    List<String> passed = new ArrayList<>(List.of(input));
    for (int i = 0; i < STEPS && passed.size() <= REWRITINGS; i++) {
      if (!(machine.next(now) instanceof Next.Do<Act>(Act act, _))) {
        String text = now.tape().text();
        if (!passed.getLast().equals(text)) {
          passed.add(text);
        }
        return new Strings(passed, true);
      }
      boolean entered =
          act.state().equals(ScanningMachine.AGAIN) && !now.state().equals(ScanningMachine.AGAIN);
      now = machine.apply(now, act);
      if (entered) {
        passed.add(now.tape().text());
      }
    }
    return new Strings(passed, false);
  }

  private static void agree(MarkovProgram program, String input) {
    Strings expected = rewritten(program, input);
    Strings found = scanned(ScanningMachine.of(program), input);
    List<String> strings = new ArrayList<>(expected.passed());
    if (expected.halted()
        && strings.size() > 1
        && strings.get(strings.size() - 1).equals(strings.get(strings.size() - 2))
        && found.passed().size() < strings.size()) {
      strings.removeLast(); // a last rule that changed nothing leaves no trace on the tape
    }
    assertThat(found)
        .as("%s on `%s`", program.rules(), input)
        .isEqualTo(new Strings(strings, expected.halted()));
  }

  @Test
  void drawnAlgorithmsAreScanned() {
    for (int seed = 0; seed < 400; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      MarkovSampler sampler = new MarkovSampler(seed % 2 == 0 ? "ab" : "ab_😀", 1 + seed % 4);
      MarkovProgram program = sampler.sample(random, 1 + random.nextInt(4));
      List<Integer> symbols = List.copyOf(program.symbols());
      StringBuilder input = new StringBuilder();
      for (int i = random.nextInt(9); i > 0 && !symbols.isEmpty(); i--) {
        input.appendCodePoint(symbols.get(random.nextInt(symbols.size())));
      }
      agree(program, input.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ba -> ab",
        "a ->. b",
        "aab -> c\nc -> ab",
        "-> a",
        "a -> bbbb",
        "abc ->",
        "a ->.",
        "->. ab",
        "aba -> b\nb -> aa",
        "a -> a",
      })
  void cornersAreScanned(String text) {
    MarkovProgram program = MarkovReader.read(new Source("x.markov", text));
    for (String input : List.of("", "a", "b", "aab", "abab", "aaaba", "bbaa", "abcabc")) {
      if (input.codePoints().allMatch(program.symbols()::contains)) {
        agree(program, input);
      }
    }
  }

  @Test
  void theMachineSurvivesItsPrinting() {
    MarkovProgram program =
        MarkovReader.read(new Source("x.markov", "ab -> b'-'a\n'-' ->\n_ -> aa\n"));
    TuringProgram machine = ScanningMachine.of(program);
    assertThat(TuringReader.read(new Source("x.tm", TuringPrinter.print(machine))))
        .isEqualTo(machine);
  }
}
