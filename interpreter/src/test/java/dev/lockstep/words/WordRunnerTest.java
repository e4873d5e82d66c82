package dev.lockstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.fleq.FleqLanguage;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.register.RegisterLanguage;
import dev.lockstep.subleq.SubleqLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The runners of all three processors against the interpreter, on sampled programs.
class WordRunnerTest {
  static Stream<WordLanguage> languages() {
    return Stream.of(new SubleqLanguage(), new RegisterLanguage(), new FleqLanguage());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void runsAsTheInterpreterDoes(WordLanguage language) {
    for (long seed = 0; seed < 150; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AssemblyProgram program = language.sample(random, 12);
      Value input = language.input(program, random, 6);
      for (Budget budget : budgets(random)) {
        List<WordDelta> expected = new ArrayList<>();
        List<WordDelta> found = new ArrayList<>();
        Runner.Finish finish =
            Runner.reference(language.load(program))
                .trace(input, budget, (delta, _) -> expected.add(delta))
                .orElseThrow();
        Runner<WordDelta> runner = language.runner(program).orElseThrow();
        String what = language.name() + ", seed " + seed + ", " + budget;
        assertThat(runner.trace(input, budget, (delta, _) -> found.add(delta)))
            .as(what)
            .contains(finish);
        assertThat(found).as(what).isEqualTo(expected);
        Runner.Finish untraced = runner.run(input, budget, _ -> true).orElseThrow();
        assertThat(untraced).as(what).isEqualTo(finish);
      }
    }
  }

  private static List<Budget> budgets(SplittableRandom random) {
    return List.of(
        Budget.ofSteps(200),
        Budget.ofSteps(random.nextInt(7)),
        new Budget(200, 1 + random.nextInt(60), 1),
        new Budget(200, 100, 0));
  }
}
