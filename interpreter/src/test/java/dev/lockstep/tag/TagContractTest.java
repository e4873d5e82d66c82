package dev.lockstep.tag;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.grammar.tag.TagProgram;
import dev.lockstep.machine.Language;

class TagContractTest extends LanguageContract<TagProgram, TagConfiguration, Turn> {
  @Override
  protected Language<TagProgram, TagConfiguration, Turn> language() {
    return new TagLanguage();
  }
}
