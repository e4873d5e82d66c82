package dev.lockstep.model;

import dev.lockstep.machine.ProgramHash;

/// A model put to a program that it was not trained on. The user's error, unless they mean it.
public final class WrongProgram extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WrongProgram(String model, ModelCard card, String program, ProgramHash hash) {
    super(
        model
            + ": trained on `"
            + card.programFile()
            + "` ("
            + card.program().brief()
            + "…), and `"
            + program
            + "` is another program ("
            + hash.brief()
            + "…)");
  }
}
