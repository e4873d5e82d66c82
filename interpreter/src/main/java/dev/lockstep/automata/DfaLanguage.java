package dev.lockstep.automata;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.automaton.AutomatonChecker;
import dev.lockstep.grammar.automaton.AutomatonPrinter;
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

/// Deterministic automata, the language of `.dfa` files.
public final class DfaLanguage extends TapeLanguage<AutomatonProgram> {
  @Override
  public String name() {
    return "dfa";
  }

  @Override
  public String suffix() {
    return "dfa";
  }

  @Override
  public String description() {
    return "deterministic finite automata";
  }

  @Override
  public AutomatonProgram parse(Source source) {
    return AutomatonReader.read(source, true);
  }

  @Override
  public List<Diagnostic> warnings(AutomatonProgram program) {
    return AutomatonChecker.warnings(program);
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
    return AutomatonSampler.automaton(random, size, true);
  }

  @Override
  protected TuringProgram machine(AutomatonProgram program) {
    return AutomatonMachines.of(program, program.symbols());
  }

  @Override
  protected Value answer(TuringConfiguration last) {
    return AutomatonMachines.answer(last);
  }
}
