package dev.lockstep.turing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.State;
import dev.lockstep.grammar.turing.TuringChecker;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TuringLanguageTest {
  private final TuringLanguage language = new TuringLanguage();

  static Stream<Machines.Sample> samples() {
    return Machines.samples(200);
  }

  @Test
  void isFoundByItsSuffix() {
    assertThat(Languages.of(Path.of("some/where.tm"))).isInstanceOf(TuringLanguage.class);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesPassTheCheckerAndSurvivePrinting(Machines.Sample sample) {
    TuringProgram program = sample.program();
    assertThat(TuringChecker.errors(program, new Source("sample.tm", ""))).isEmpty();
    String printed = language.print(program);
    assertThat(language.parse(new Source("printed.tm", printed))).isEqualTo(program);
    assertThat(language.print(program)).isEqualTo(printed);
  }

  @Test
  void samplesAndInputsFollowFromTheSeed() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(Machines.sample(seed)).isEqualTo(Machines.sample(seed));
    }
    assertThat(Machines.samples(50).map(Machines.Sample::program).distinct())
        .hasSizeGreaterThan(40);
  }

  @Test
  void inputsAreWordsOfTheAskedSize() {
    RandomGenerator random = new SplittableRandom(3);
    List<String> words = inputs(Machines.increment(), random, 6, 200);
    assertThat(words).allMatch(word -> word.matches("[01]{0,6}"));
    assertThat(words.stream().map(String::length).distinct()).hasSize(7);
    assertThat(language.input(Machines.increment(), random, 0)).isEqualTo(Value.of(""));
  }

  /// Accepts one word only: of random ones, 10 in 300 get four steps far.
  @Test
  void someInputsAreBredToRunLongAndToAnswer() {
    StringBuilder text = new StringBuilder("blank _\nstart s0\nhalt done\ns5: _ -> 1 N done\n");
    for (int i = 0; i < 5; i++) {
      text.append("s%d: %d -> 1 R s%d\n".formatted(i, i % 2, i + 1));
    }
    TuringProgram program = Machines.of(text.toString());
    TuringEngine runner = TuringEngine.of(program);
    List<TuringEngine.Result> results =
        inputs(program, new SplittableRandom(5), 8, 300).stream()
            .map(word -> runner.result(Value.of(word), Budget.ofSteps(100)))
            .toList();
    assertThat(results.stream().filter(result -> result.steps() >= 4).count()).isGreaterThan(60);
    assertThat(results.stream().filter(result -> result.ending() instanceof Ending.Halted))
        .isNotEmpty();
  }

  private List<String> inputs(TuringProgram program, RandomGenerator random, int size, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(((Value.Text) language.input(program, random, size)).value());
    }
    return words;
  }

  @Test
  void aProgramTooLargeToLayOutIsNotCertifiable() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      rules.add(new Rule("s" + i, 0x4E00 + i, 0x4E00 + i, Move.R, "s" + (i + 1) % 2_000));
    }
    TuringProgram program = new TuringProgram('_', rules.getFirst().from(), List.of(), rules);
    assertThat(language.layout(program)).isEmpty();
    assertThat(language.uncertifiable(program).orElseThrow().message())
        .isEqualTo("too many local cases: 2001 symbols and 2000 states");
    assertThat(language.layout(Machines.increment())).isPresent();
    assertThat(language.uncertifiable(Machines.increment())).isEmpty();
  }

  @Test
  void programsTooLargeForATableRunFromAMap() {
    List<Rule> rules = new ArrayList<>();
    int states = 5_000;
    for (int i = 0; i < states; i++) {
      rules.add(new Rule("s" + i, 0x4E00 + i, '_', Move.N, "s" + i));
      rules.add(
          new Rule("s" + i, '_', 0x4E00 + i, Move.R, i + 1 < states ? "s" + (i + 1) : "done"));
    }
    TuringProgram program =
        new TuringProgram('_', rules.getFirst().from(), List.of(new State("done")), rules);
    TuringEngine.Result result =
        new TuringRunner(program).result(Value.of(""), Budget.ofSteps(10_000));
    assertThat(result.ending()).isEqualTo(new Ending.Halted());
    assertThat(result.steps()).isEqualTo(states);
  }
}
