package dev.lockstep.mu.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.generate.Family;
import dev.lockstep.mu.generate.Knobs;
import dev.lockstep.mu.generate.ProgramGenerator;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Generated programs as where every function were beyond the size of a method. A failure names its
/// seed.
class ExactFunctionTest {
  private static final int SEEDS = 160;
  private static final long LONGEST = 3_000; // steps

  private static final List<Family> FAMILIES =
      List.of(Family.WHOLE, Family.TEXTS, Family.RECORDS, Family.TABLES);

  private record Step(MuDelta delta, Note note) {}

  static Stream<Integer> seeds() {
    return IntStream.range(0, SEEDS).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void largeFunctionsAgree(int seed) {
    Knobs knobs = Knobs.of(FAMILIES.get(seed % FAMILIES.size())).withFaults(seed % 3 * 20);
    MuLanguage mu = new MuLanguage();
    Source source = new Source("generated.mu", ProgramGenerator.draft(seed, knobs));
    MuMachine machine = (MuMachine) mu.load(mu.parse(source));
    Value input = mu.input(machine.code().program(), new SplittableRandom(seed), 6);
    ExactCode large = ExactCode.of(machine.code(), _ -> true);
    long most = new SplittableRandom(seed).nextLong(LONGEST);
    for (Budget budget : List.of(Budget.ofSteps(LONGEST), new Budget(most, 10_000, 10_000))) {
      List<Step> expected = new ArrayList<>();
      List<Step> told = new ArrayList<>();
      StepSink<MuDelta> sink = (delta, note) -> told.add(new Step(delta, note));
      Optional<Runner.Finish> finish =
          Runner.reference(machine)
              .trace(input, budget, (delta, note) -> expected.add(new Step(delta, note)));
      assertThat(Optional.of(large.run(machine.start(input), budget, Optional.of(sink), _ -> true)))
          .as("seed %d, %s", seed, budget)
          .isEqualTo(finish);
      assertThat(told).as("seed %d, %s", seed, budget).isEqualTo(expected);
    }
  }
}
