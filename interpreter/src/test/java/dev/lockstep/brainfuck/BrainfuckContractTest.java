package dev.lockstep.brainfuck;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.grammar.brainfuck.BrainfuckProgram;
import dev.lockstep.machine.Language;
import dev.lockstep.words.WordConfiguration;
import dev.lockstep.words.WordDelta;

class BrainfuckContractTest
    extends LanguageContract<BrainfuckProgram, WordConfiguration, WordDelta> {
  @Override
  protected Language<BrainfuckProgram, WordConfiguration, WordDelta> language() {
    return new BrainfuckLanguage();
  }
}
