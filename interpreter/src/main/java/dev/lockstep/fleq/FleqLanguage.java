package dev.lockstep.fleq;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.fleq.Fleq;
import dev.lockstep.words.Processor;
import dev.lockstep.words.WordLanguage;
import java.util.List;
import java.util.random.RandomGenerator;

/// FLEQ, the language of `.fleq` files.
public final class FleqLanguage extends WordLanguage {
  public FleqLanguage() {
    super(Fleq.DIALECT);
  }

  @Override
  public String name() {
    return "fleq";
  }

  @Override
  public String suffix() {
    return "fleq";
  }

  @Override
  public String description() {
    return "one instruction that applies one of the program's own functions and branches";
  }

  @Override
  protected List<Diagnostic> errors(AssemblyProgram program) {
    return Fleq.errors(program);
  }

  @Override
  protected Processor processor(Image image) {
    return new FleqProcessor(image);
  }

  @Override
  protected boolean reads(Image image) {
    return image.code().stream()
        .anyMatch(it -> it.operand(1) == Fleq.PORT || it.operand(2) == Fleq.PORT);
  }

  @Override
  public AssemblyProgram sample(RandomGenerator random, int size) {
    return FleqSampler.sample(random, size);
  }
}
