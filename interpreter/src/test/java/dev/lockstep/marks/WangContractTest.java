package dev.lockstep.marks;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.grammar.marks.MarksProgram;
import dev.lockstep.machine.Language;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.TuringConfiguration;

class WangContractTest extends LanguageContract<MarksProgram, TuringConfiguration, Act> {
  @Override
  protected Language<MarksProgram, TuringConfiguration, Act> language() {
    return new WangLanguage();
  }
}
