package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuRunner.Engine;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.code.Operation;
import dev.lockstep.mu.generate.Family;
import dev.lockstep.mu.generate.Knobs;
import dev.lockstep.mu.generate.ProgramGenerator;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuMachine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Programs with everything that Mu has: the compiled engines take them, and tell what the
/// interpreter tells. A failure names its seed.
class GeneratedEnginesTest {
  private static final int SEEDS = 160;
  private static final long LONGEST = 3_000; // steps

  private static final List<Family> FAMILIES =
      List.of(Family.WHOLE, Family.TEXTS, Family.RECORDS, Family.TABLES);

  private final MuLanguage mu = new MuLanguage();

  private record Step(MuDelta delta, Note note) {}

  private record Told(Optional<Runner.Finish> finish, List<?> events) {}

  static Stream<Integer> seeds() {
    return IntStream.range(0, SEEDS).boxed();
  }

  private static String text(int seed) {
    Knobs knobs = Knobs.of(FAMILIES.get(seed % FAMILIES.size()));
    return ProgramGenerator.draft(seed, knobs.withFaults(seed % 3 * 20));
  }

  private MuMachine machine(String text) {
    return (MuMachine) mu.load(mu.parse(new Source("generated.mu", text)));
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
  @MethodSource("seeds")
  void theEnginesAgree(int seed) {
    String text = text(seed);
    MuMachine machine = machine(text);
    Value input = mu.input(machine.code().program(), new SplittableRandom(seed), 6);
    Runner<MuDelta> reference = Runner.reference(machine);
    Set<Engine> engines = EnumSet.noneOf(Engine.class);
    Runner<MuDelta> compiled = new MuRunner(machine, 0, engines::add);
    long steps = trace(reference, input, Budget.ofSteps(LONGEST)).finish().orElseThrow().steps();
    SplittableRandom random = new SplittableRandom(seed);
    List<Budget> budgets =
        List.of(
            Budget.ofSteps(LONGEST),
            Budget.ofSteps(steps),
            Budget.ofSteps(random.nextLong(steps + 1)),
            new Budget(LONGEST, 10 + random.nextInt(60), 10_000),
            new Budget(LONGEST, 10_000, 1 + random.nextInt(5)));
    for (Budget budget : budgets) {
      assertThat(trace(compiled, input, budget))
          .as("seed %d, %s\n%s", seed, budget, text)
          .isEqualTo(trace(reference, input, budget));
      assertThat(run(compiled, input, budget))
          .as("seed %d, %s\n%s", seed, budget, text)
          .isEqualTo(run(reference, input, budget));
    }
    if (steps > 0) { // a fault in the first step is told before anything is compiled
      assertThat(engines).as(text).contains(Engine.EXACT);
    }
  }

  /// A generator that never writes a part of the language would test nothing of it.
  @Test
  void allOfTheLanguageIsDrawn() {
    Set<Class<?>> drawn = new HashSet<>();
    Set<Object> words = new HashSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (MuInstruction it : machine(text(seed)).code().instructions()) {
        drawn.add(it.getClass());
        if (it instanceof MuInstruction.Gather gather) {
          words.add(gather.what());
        }
        formulas(it).forEach(formula -> note(formula, drawn, words));
      }
    }
    assertThat(drawn).containsAll(leaves(MuInstruction.class)).containsAll(leaves(Operation.class));
    Set<Object> all = new HashSet<>(List.of(MuOperator.values()));
    Arrays.stream(MuBuiltin.values())
        .filter(it -> it.role() != MuBuiltin.Role.CHANGES && it != MuBuiltin.LEN)
        .forEach(all::add);
    all.removeAll(List.of(MuOperator.AND, MuOperator.OR)); // skips and branches
    assertThat(words).containsAll(all);
  }

  private static void note(Formula formula, Set<Class<?>> drawn, Set<Object> words) {
    for (Operation operation : formula.operations()) {
      drawn.add(operation.getClass());
      if (operation instanceof Operation.Combine(MuOperator operator, _)) {
        words.add(operator);
      }
      if (operation instanceof Operation.Apply(MuBuiltin builtin, _)) {
        words.add(builtin);
      }
    }
  }

  private static List<Formula> formulas(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Bind it -> List.of(it.value());
      case MuInstruction.NewList it -> it.elements();
      case MuInstruction.SetElement it -> List.of(it.list(), it.index(), it.value());
      case MuInstruction.Push it -> List.of(it.list(), it.value());
      case MuInstruction.Branch it -> List.of(it.condition());
      case MuInstruction.Call it -> it.arguments();
      case MuInstruction.Return it -> it.value().stream().toList();
      case MuInstruction.Print it -> List.of(it.value());
      case MuInstruction.Check it -> List.of(it.condition());
      default -> List.of();
    };
  }

  private static Set<Class<?>> leaves(Class<?> type) {
    Set<Class<?>> leaves = new HashSet<>();
    for (Class<?> part : type.getPermittedSubclasses()) {
      if (part.isSealed()) {
        leaves.addAll(leaves(part));
      } else {
        leaves.add(part);
      }
    }
    return leaves;
  }
}
