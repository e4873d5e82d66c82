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

/// Nondeterministic automata, the language of `.nfa` files; they run as the least deterministic
/// one.
public final class NfaLanguage extends TapeLanguage<AutomatonProgram> {
  @Override
  public String name() {
    return "nfa";
  }

  @Override
  public String suffix() {
    return "nfa";
  }

  @Override
  public String description() {
    return "nondeterministic finite automata; runs are those of the least deterministic one";
  }

  @Override
  public AutomatonProgram parse(Source source) {
    return AutomatonReader.read(source, false);
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
    return AutomatonSampler.automaton(random, size, false);
  }

  @Override
  protected TuringProgram machine(AutomatonProgram program) {
    return AutomatonMachines.of(Automata.minimal(program), program.symbols());
  }

  @Override
  protected Value answer(TuringConfiguration last) {
    return AutomatonMachines.answer(last);
  }
}
