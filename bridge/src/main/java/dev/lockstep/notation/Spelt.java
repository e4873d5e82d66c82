package dev.lockstep.notation;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuMachine;
import dev.lockstep.turing.TuringMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A program with the notation of its runs: what a scratchpad executor is trained, run and verified
/// with.
///
/// @param machine the symbolic machine
/// @param inputs where inputs come from
public record Spelt<C, D>(Machine<C, D> machine, Notation<C, D> notation, Inputs inputs) {
  private static final int SAMPLES = 8;
  private static final int SAMPLED_STEPS = 100; // of each

  /// Seeded inputs; `size` bounds their length or digits. Throws `InputError` where there are none.
  @FunctionalInterface
  public interface Inputs {
    Value draw(RandomGenerator random, int size);
  }

  /// Inputs drawn from a list. Throws `IllegalArgumentException` where it is empty.
  public static Inputs from(List<Value> given) {
    if (given.isEmpty()) {
      throw new IllegalArgumentException("no inputs");
    }
    return (random, _) -> given.get(random.nextInt(given.size()));
  }

  /// What runs are written as.
  public enum Content {
    /// Every step.
    TRACE,
    /// The answer alone; for Mu programs.
    ANSWER
  }

  /// The program in `source`, spelt. Throws `SourceErrors` where it is none, or goes beyond what
  /// tokens spell, and `IllegalArgumentException` where its language has no notation for such
  /// content.
  @SuppressWarnings("unchecked") // each language has its own configurations and deltas
  public static <P, C, D> Spelt<C, D> of(
      Language<P, C, D> language, Source source, Content content) {
    P program = language.parse(source);
    Machine<C, D> machine = language.load(program);
    if (machine instanceof MuMachine mu) {
      MuBeyond.of(mu.code())
          .ifPresent(
              it -> {
                throw new SourceErrors(source, List.of(it));
              });
    }
    Notation<?, ?> notation =
        switch (machine) {
          case MuMachine mu when content == Content.TRACE -> new MuNotation(mu.code(), mu, source);
          case MuMachine mu -> new AnswerNotation(mu.code(), mu);
          case TuringMachine turing when content == Content.TRACE ->
              new TuringNotation((TuringProgram) program, turing);
          case Machine<?, ?> _ when content == Content.TRACE ->
              new DerivedNotation<>(
                  machine, language.deltaJson(), samples(language, program, machine));
          default ->
              throw new IllegalArgumentException(
                  "no notation of the language `" + language.name() + "` for " + content);
        };
    return new Spelt<>(
        machine,
        (Notation<C, D>) notation,
        (random, size) -> language.input(program, random, size));
  }

  /// The deltas of a few short runs, whose pieces become tokens.
  private static <P, C, D> List<D> samples(
      Language<P, C, D> language, P program, Machine<C, D> machine) {
    List<D> samples = new ArrayList<>();
    for (int seed = 0; seed < SAMPLES; seed++) {
      Value input = language.input(program, new SplittableRandom(seed), seed);
      samples.addAll(
          new Interpreter<>(machine)
              .trace(machine.start(input), Budget.ofSteps(SAMPLED_STEPS))
              .deltas());
    }
    return samples;
  }

  /// A Mu program, spelt.
  public static Spelt<MuConfiguration, MuDelta> mu(
      MuLanguage language, Source source, Content content) {
    return of(language, source, content);
  }

  /// The same program with other inputs.
  public Spelt<C, D> withInputs(Inputs other) {
    return new Spelt<>(machine, notation, other);
  }
}
