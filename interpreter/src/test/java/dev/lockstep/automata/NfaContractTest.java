package dev.lockstep.automata;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.grammar.automaton.AutomatonProgram;
import dev.lockstep.machine.Language;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.TuringConfiguration;

class NfaContractTest extends LanguageContract<AutomatonProgram, TuringConfiguration, Act> {
  @Override
  protected Language<AutomatonProgram, TuringConfiguration, Act> language() {
    return new NfaLanguage();
  }
}
