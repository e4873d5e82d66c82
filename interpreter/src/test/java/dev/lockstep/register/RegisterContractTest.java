package dev.lockstep.register;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.machine.Language;
import dev.lockstep.words.WordConfiguration;
import dev.lockstep.words.WordDelta;

class RegisterContractTest extends LanguageContract<AssemblyProgram, WordConfiguration, WordDelta> {
  @Override
  protected Language<AssemblyProgram, WordConfiguration, WordDelta> language() {
    return new RegisterLanguage();
  }
}
