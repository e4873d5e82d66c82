package dev.lockstep.subleq;

import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.subleq.Subleq;
import dev.lockstep.machine.Runner;
import dev.lockstep.words.Processor;
import dev.lockstep.words.WordDelta;
import dev.lockstep.words.WordLanguage;
import dev.lockstep.words.WordRunner;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// SUBLEQ, the language of `.sq` files.
public final class SubleqLanguage extends WordLanguage {
  public SubleqLanguage() {
    super(Subleq.DIALECT);
  }

  @Override
  public String name() {
    return "subleq";
  }

  @Override
  public String suffix() {
    return "sq";
  }

  @Override
  public String description() {
    return "the one-instruction computer: subtract, and branch if the result is not above zero";
  }

  @Override
  protected Processor processor(Image image) {
    return new SubleqProcessor(image);
  }

  @Override
  public Optional<Runner<WordDelta>> runner(AssemblyProgram program) {
    Image image = image(program);
    SubleqProcessor processor = new SubleqProcessor(image);
    return Optional.of(new WordRunner(image, processor, registers(), new SubleqSprint(image)));
  }

  @Override
  protected boolean reads(Image image) {
    return image.code().stream().anyMatch(it -> it.operand(0) == Subleq.PORT);
  }

  @Override
  public AssemblyProgram sample(RandomGenerator random, int size) {
    return SubleqSampler.sample(random, size);
  }
}
