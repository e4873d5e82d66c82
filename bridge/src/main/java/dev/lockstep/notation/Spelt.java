package dev.lockstep.notation;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuConfiguration;
import dev.lockstep.mu.MuDelta;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.MuMachine;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringLanguage;
import java.util.random.RandomGenerator;

/// A program with the notation of its runs: what a scratchpad executor is trained, run and verified
/// with.
///
/// @param machine the symbolic machine
/// @param inputs where inputs come from
public record Spelt<C, D>(Machine<C, D> machine, Notation<C, D> notation, Inputs inputs) {

  /// Seeded inputs; `size` bounds their length or digits. Throws `InputError` where there are none.
  @FunctionalInterface
  public interface Inputs {
    Value draw(RandomGenerator random, int size);
  }

  /// What runs are written as.
  public enum Content {
    /// Every step.
    TRACE,
    /// The answer alone; for Mu programs.
    ANSWER
  }

  /// The program in `source`, spelt. Throws `SourceErrors` where it is none, and
  /// `IllegalArgumentException` where the language has no such notation.
  public static Spelt<?, ?> of(Language<?, ?, ?> language, Source source, Content content) {
    return switch (language) {
      case MuLanguage mu -> mu(mu, source, content);
      case TuringLanguage turing when content == Content.TRACE -> turing(turing, source);
      default ->
          throw new IllegalArgumentException(
              "no notation of the language " + language.name() + " for " + content);
    };
  }

  /// A Mu program, spelt.
  public static Spelt<MuConfiguration, MuDelta> mu(
      MuLanguage language, Source source, Content content) {
    MuProgram program = language.parse(source);
    MuMachine machine = (MuMachine) language.load(program);
    Notation<MuConfiguration, MuDelta> notation =
        switch (content) {
          case TRACE -> new MuNotation(machine.code(), machine, source);
          case ANSWER -> new AnswerNotation(machine.code(), machine);
        };
    return new Spelt<>(machine, notation, (random, size) -> language.input(program, random, size));
  }

  /// A Turing machine, spelt.
  public static Spelt<TuringConfiguration, Act> turing(TuringLanguage language, Source source) {
    TuringProgram program = language.parse(source);
    Machine<TuringConfiguration, Act> machine = language.load(program);
    return new Spelt<>(
        machine,
        new TuringNotation(program, machine),
        (random, size) -> language.input(program, random, size));
  }

  /// The same program with other inputs.
  public Spelt<C, D> withInputs(Inputs other) {
    return new Spelt<>(machine, notation, other);
  }
}
