package dev.lockstep.turing;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Language;

class TuringContractTest extends LanguageContract<TuringProgram, TuringConfiguration, Act> {
  @Override
  protected Language<TuringProgram, TuringConfiguration, Act> language() {
    return new TuringLanguage();
  }
}
