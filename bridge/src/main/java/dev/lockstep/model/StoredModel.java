package dev.lockstep.model;

import dev.lockstep.machine.ProgramHash;
import dev.lockstep.neural.Weights;
import java.nio.file.Path;

/// A model as it was read from its directory.
///
/// @param programText the source of the program that it was trained on
public record StoredModel(Path directory, ModelCard card, Weights weights, String programText) {

  /// Throws `WrongProgram` where the model was trained on another program.
  ///
  /// @param program what to call the program in the message
  public void requireProgram(String program, ProgramHash hash) {
    if (!card.program().equals(hash)) {
      throw new WrongProgram(directory.toString(), card, program, hash);
    }
  }
}
