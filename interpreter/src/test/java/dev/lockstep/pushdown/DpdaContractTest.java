package dev.lockstep.pushdown;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.grammar.pushdown.PushdownProgram;
import dev.lockstep.machine.Language;

class DpdaContractTest extends LanguageContract<PushdownProgram, PushdownConfiguration, Shift> {
  @Override
  protected Language<PushdownProgram, PushdownConfiguration, Shift> language() {
    return new DpdaLanguage();
  }
}
