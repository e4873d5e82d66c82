package dev.lockstep.examples.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.MuRunner;
import dev.lockstep.mu.MuRunner.Engine;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuMachine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every program of the library is compiled, whatever it is written with, and tells by the compiled
/// engines what the interpreter tells, traced and not, also where a budget cuts it.
@Execution(ExecutionMode.CONCURRENT)
class LibraryEnginesTest {
  private static final int SEEDS = 3;

  private final Set<Engine> engines = EnumSet.noneOf(Engine.class);

  private record Step(MuDelta delta, Note note) {}

  private record Told(Optional<Runner.Finish> finish, List<?> events) {}

  static List<Oracle> oracles() {
    return Oracle.all();
  }

  private static Told run(Runner<MuDelta> runner, Value input, Budget budget) {
    List<String> lines = new ArrayList<>();
    return new Told(runner.run(input, budget, lines::add), lines);
  }

  private static Told trace(Runner<MuDelta> runner, Value input, Budget budget) {
    List<Step> steps = new ArrayList<>();
    return new Told(
        runner.trace(input, budget, (delta, note) -> steps.add(new Step(delta, note))), steps);
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void everyProgramIsCompiledAndTellsTheSame(Oracle oracle) {
    MuLanguage mu = new MuLanguage();
    var source = Source.read(LibraryTest.PROGRAMS.resolve(oracle.program()));
    MuMachine machine = (MuMachine) mu.load(mu.parse(source));
    Runner<MuDelta> reference = Runner.reference(machine);
    Runner<MuDelta> compiled = new MuRunner(machine, 0, engines::add);
    for (int seed = 0; seed < SEEDS; seed++) {
      Value input = LibraryTest.input(oracle, seed);
      Told whole = trace(reference, input, Budget.DEFAULT);
      SplittableRandom random = new SplittableRandom(seed);
      Budget cut = Budget.ofSteps(1 + random.nextLong(whole.finish().orElseThrow().steps()));
      for (Budget budget : List.of(Budget.DEFAULT, cut)) {
        assertThat(trace(compiled, input, budget))
            .as("%s, seed %d, %s", oracle.program(), seed, budget)
            .isEqualTo(trace(reference, input, budget));
        assertThat(engines).as(oracle.program()).containsExactly(Engine.EXACT);
        engines.clear();
        assertThat(run(compiled, input, budget))
            .as("%s, seed %d, %s", oracle.program(), seed, budget)
            .isEqualTo(run(reference, input, budget));
        assertThat(engines).as(oracle.program()).hasSize(1).doesNotContain(Engine.INTERPRETER);
        if (seed == 0 && budget.equals(Budget.DEFAULT)) {
          System.out.printf("%s: traced EXACT, untraced %s%n", oracle.program(), engines);
        }
        engines.clear();
      }
    }
  }
}
