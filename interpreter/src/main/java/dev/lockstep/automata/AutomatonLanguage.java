package dev.lockstep.automata;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.automaton.AutomatonChecker;
import dev.lockstep.grammar.automaton.AutomatonPrinter;
import dev.lockstep.grammar.automaton.AutomatonProblem;
import dev.lockstep.grammar.automaton.AutomatonProgram;
import dev.lockstep.grammar.automaton.AutomatonReader;
import dev.lockstep.grammar.automaton.AutomatonStyle;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.TapeLanguage;
import dev.lockstep.turing.TuringConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Automata written state by state, deterministic ones or any.
abstract class AutomatonLanguage extends TapeLanguage<AutomatonProgram> {
  private final String name;
  private final String description;
  private final boolean deterministic;

  /// A language of automata.
  ///
  /// @param name of the language, and the suffix of its files
  /// @param deterministic whether a state may have only one way to go on
  AutomatonLanguage(String name, String description, boolean deterministic) {
    this.name = name;
    this.description = description;
    this.deterministic = deterministic;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String suffix() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public AutomatonProgram parse(Source source) {
    return AutomatonReader.read(source, deterministic);
  }

  @Override
  public List<Diagnostic> warnings(AutomatonProgram program) {
    return AutomatonChecker.warnings(program);
  }

  @Override
  public List<Problem> problems() {
    return List.of(AutomatonProblem.values());
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(new AutomatonStyle());
  }

  @Override
  public String print(AutomatonProgram program) {
    return AutomatonPrinter.print(program);
  }

  @Override
  public AutomatonProgram sample(RandomGenerator random, int size) {
    return AutomatonSampler.automaton(random, size, deterministic);
  }

  @Override
  protected TuringProgram machine(AutomatonProgram program) {
    return AutomatonMachines.of(
        deterministic ? program : Automata.minimal(program), program.symbols());
  }

  @Override
  protected Value answer(TuringConfiguration last) {
    return AutomatonMachines.answer(last);
  }
}
