package dev.lockstep.automata;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.regex.Regex;
import dev.lockstep.grammar.regex.RegexReader;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.TapeLanguage;
import dev.lockstep.turing.TuringConfiguration;
import java.util.List;
import java.util.random.RandomGenerator;

/// Regular expressions, the language of `.regex` files; they run as the least deterministic
/// automaton.
public final class RegexLanguage extends TapeLanguage<Regex> {
  @Override
  public String name() {
    return "regex";
  }

  @Override
  public String suffix() {
    return "regex";
  }

  @Override
  public String description() {
    return "regular expressions; runs are those of the least deterministic automaton";
  }

  @Override
  public Regex parse(Source source) {
    return RegexReader.read(source);
  }

  @Override
  public List<Diagnostic> warnings(Regex program) {
    return List.of();
  }

  @Override
  public String print(Regex program) {
    return program.print() + "\n";
  }

  @Override
  public Regex sample(RandomGenerator random, int size) {
    return AutomatonSampler.regex(random, size);
  }

  @Override
  protected TuringProgram machine(Regex program) {
    return AutomatonMachines.of(Automata.minimal(program), program.symbols());
  }

  @Override
  protected Value answer(TuringConfiguration last) {
    return AutomatonMachines.answer(last);
  }
}
