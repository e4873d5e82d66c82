package dev.lockstep.examples.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.verify.Verdict;
import dev.lockstep.verify.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Every line of Mu programs sabotaged: each operator, number and lone statement. A mutant is
/// caught at the first step at which its trace, taken alone, differs; one that no input catches
/// stands in a list with the reason why it is the same program.
final class ProgramSabotageTest {
  private static final Budget BUDGET = Budget.ofSteps(3_000);
  private static final List<String> PROGRAMS =
      List.of(
          "add",
          "binary-search",
          "bubble-sort",
          "collatz",
          "digit-sum",
          "fibonacci",
          "gcd",
          "max-subarray",
          "power",
          "primes",
          "reverse");

  private final MuLanguage mu = new MuLanguage();

  @Test
  void everyMutantIsCaughtAtItsFirstWrongStepOrIsTheSameProgram() throws IOException {
    int caught = 0;
    int refused = 0;
    Set<String> survivors = new TreeSet<>();
    for (String name : PROGRAMS) {
      Source source = Source.read(Path.of("programs", "mu", name + ".mu"));
      List<Truth> truths = truths(new Source(name + ".mu", source.text()));
      for (Mutant mutant : Mutant.of(new Source(name + ".mu", source.text()))) {
        Optional<Machine<MuConfiguration, MuDelta>> machine = load(mutant);
        if (machine.isEmpty()) {
          refused++;
        } else if (caughtOnSome(mutant, machine.get(), truths)) {
          caught++;
        } else {
          survivors.add(mutant.toString());
        }
      }
    }
    System.out.printf(
        "sabotage: %d program mutants caught, %d refused by the checker, %d the same program%n",
        caught, refused, survivors.size());
    assertThat(survivors).isEqualTo(knownEquivalent());
    assertThat(caught).isGreaterThan(200);
  }

  /// The machine of the original and its run on one input.
  private record Truth(
      Machine<MuConfiguration, MuDelta> machine,
      Value input,
      Trace<MuConfiguration, MuDelta> trace) {

    static Truth of(Machine<MuConfiguration, MuDelta> machine, Value input) {
      return new Truth(
          machine, input, new Interpreter<>(machine).trace(machine.start(input), BUDGET));
    }

    /// Whether the run is longer than the budget.
    boolean cut() {
      return trace.ending() instanceof Ending.BudgetSpent;
    }

    /// The first step whose place in the source overlaps what the mutant changed.
    int firstUse(Mutant mutant) {
      List<Note> notes = trace.notes();
      for (int i = 0; i < notes.size(); i++) {
        boolean there =
            notes.get(i).span().stream()
                .anyMatch(
                    span ->
                        span.start() < mutant.place().end() && mutant.place().start() < span.end());
        if (there) {
          return i;
        }
      }
      return notes.size();
    }
  }

  /// Seeded inputs of growing size, and inputs at the edge of what the program accepts.
  private List<Truth> truths(Source source) throws IOException {
    var program = mu.parse(source);
    var machine = mu.load(program);
    Set<Value> inputs = new LinkedHashSet<>();
    for (int size = 1; size <= 6; size++) {
      SplittableRandom random = new SplittableRandom(size);
      for (int i = 0; i < 25; i++) {
        inputs.add(mu.input(program, random, Math.min(size, 3 + i % 4)));
      }
    }
    List<Truth> truths = new ArrayList<>();
    for (Value input : inputs) {
      Truth truth = Truth.of(machine, input);
      if (!truth.cut()) {
        truths.add(truth);
      }
    }
    assertThat(truths).as("%s runs", source.name()).hasSizeGreaterThan(5);
    for (String line : resource("edges.txt")) {
      if (line.startsWith(source.name() + " ")) {
        Value input = ValueJson.parse(line.substring(line.indexOf(' ') + 1));
        truths.add(Truth.of(machine, input));
      }
    }
    return truths;
  }

  private Optional<Machine<MuConfiguration, MuDelta>> load(Mutant mutant) {
    try {
      return Optional.of(mu.load(mu.parse(mutant.source())));
    } catch (SourceErrors errors) {
      assertThat(errors.diagnostics()).as("%s", mutant).isNotEmpty();
      return Optional.empty();
    }
  }

  private static boolean caughtOnSome(
      Mutant mutant, Machine<MuConfiguration, MuDelta> machine, List<Truth> truths) {
    boolean caught = false;
    for (Truth truth : truths) {
      caught |= caughtOn(mutant, machine, truth);
    }
    return caught;
  }

  private static boolean caughtOn(
      Mutant mutant, Machine<MuConfiguration, MuDelta> machine, Truth truth) {
    MuConfiguration start;
    try {
      start = machine.start(truth.input());
    } catch (InputError refused) {
      return true;
    }
    Budget enough = truth.cut() ? BUDGET : Budget.ofSteps(truth.trace().steps() + 1L);
    Trace<MuConfiguration, MuDelta> claim = new Interpreter<>(machine).trace(start, enough);
    Verdict<MuConfiguration, MuDelta> verdict =
        new Verifier<>(truth.machine())
            .judge(truth.trace().start(), claim.deltas().iterator(), claim.ending(), BUDGET);
    int agree = agreeing(truth.trace().deltas(), claim.deltas());
    boolean same = agree == truth.trace().steps() && claim.ending().equals(truth.trace().ending());
    assertThat(verdict.exact()).as("%s on %s", mutant, truth.input()).isEqualTo(same);
    assertThat(verdict.steps()).as("%s on %s", mutant, truth.input()).isEqualTo(agree);
    if (!same && mutant.keepsShape()) {
      assertThat(agree)
          .as("%s on %s", mutant, truth.input())
          .isGreaterThanOrEqualTo(truth.firstUse(mutant));
    }
    return !same;
  }

  private static int agreeing(List<MuDelta> some, List<MuDelta> others) {
    int agree = 0;
    while (agree < Math.min(some.size(), others.size())
        && some.get(agree).equals(others.get(agree))) {
      agree++;
    }
    return agree;
  }

  /// The list's lines without their reasons.
  private static Set<String> knownEquivalent() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String line : resource("equivalent-mutants.txt")) {
      String[] parts = line.split(" # ", 2);
      assertThat(parts).as(line).hasSize(2);
      known.add(parts[0].strip());
    }
    return known;
  }

  private static List<String> resource(String name) throws IOException {
    try (var in = ProgramSabotageTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
