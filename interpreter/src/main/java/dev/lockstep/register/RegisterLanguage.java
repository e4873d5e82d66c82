package dev.lockstep.register;

import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.register.RegisterAssembly;
import dev.lockstep.grammar.register.RegisterOperation;
import dev.lockstep.words.Processor;
import dev.lockstep.words.WordLanguage;
import java.util.random.RandomGenerator;

/// The register machine, the language of `.rm` files.
public final class RegisterLanguage extends WordLanguage {
  public RegisterLanguage() {
    super(RegisterAssembly.DIALECT);
  }

  @Override
  public String name() {
    return "register";
  }

  @Override
  public String suffix() {
    return "rm";
  }

  @Override
  public String description() {
    return "a register machine of 16 instructions, with load, store, jump and link";
  }

  @Override
  protected Processor processor(Image image) {
    return new RegisterProcessor(image);
  }

  @Override
  protected boolean reads(Image image) {
    String in = RegisterOperation.IN.operation().name();
    return image.code().stream().anyMatch(it -> it.name().equals(in));
  }

  @Override
  public AssemblyProgram sample(RandomGenerator random, int size) {
    return RegisterSampler.sample(random, size);
  }
}
