package dev.lockstep.mu;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Language;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;

class MuContractTest extends LanguageContract<MuProgram, MuConfiguration, MuDelta> {
  @Override
  protected Language<MuProgram, MuConfiguration, MuDelta> language() {
    return new MuLanguage();
  }
}
