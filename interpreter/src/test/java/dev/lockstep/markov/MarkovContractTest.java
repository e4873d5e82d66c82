package dev.lockstep.markov;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.grammar.markov.MarkovProgram;
import dev.lockstep.machine.Language;

class MarkovContractTest extends LanguageContract<MarkovProgram, MarkovConfiguration, Rewriting> {
  @Override
  protected Language<MarkovProgram, MarkovConfiguration, Rewriting> language() {
    return new MarkovLanguage();
  }
}
