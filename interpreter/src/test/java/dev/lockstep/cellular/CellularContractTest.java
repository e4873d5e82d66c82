package dev.lockstep.cellular;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.grammar.cellular.CellularProgram;
import dev.lockstep.machine.Language;

class CellularContractTest extends LanguageContract<CellularProgram, CellularConfiguration, Flips> {
  @Override
  protected Language<CellularProgram, CellularConfiguration, Flips> language() {
    return new CellularLanguage();
  }

  @Override
  protected int steps() {
    return 30;
  }
}
