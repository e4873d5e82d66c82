package dev.lockstep.automata;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.grammar.regex.Regex;
import dev.lockstep.machine.Language;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.TuringConfiguration;

class RegexContractTest extends LanguageContract<Regex, TuringConfiguration, Act> {
  @Override
  protected Language<Regex, TuringConfiguration, Act> language() {
    return new RegexLanguage();
  }
}
