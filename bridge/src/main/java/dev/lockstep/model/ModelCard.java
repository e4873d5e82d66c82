package dev.lockstep.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.neural.Arithmetic;

/// What `model.json` says about a model.
///
/// @param language the name of the program's language
/// @param programFile the name of the program's source in the directory, such as `add.tm`
/// @param program the hash of the program that the model was trained to execute
/// @param seed what training drew its first weights, inputs and batches from
/// @param steps optimizer steps taken
/// @param figures what training measured, to be shown and not relied on
/// @param arithmetic what it was trained with
/// @param weights the SHA-256 of the weights' file, in hex
/// @param lockstep the version of Lockstep that wrote it
public record ModelCard(
    ModelKind kind,
    String language,
    String programFile,
    ProgramHash program,
    long seed,
    long steps,
    ObjectNode figures,
    Arithmetic arithmetic,
    String weights,
    String lockstep) {

  public ModelCard {
    figures = figures.deepCopy();
    if (!programFile.matches("[^/\\\\\\p{Cntrl}]{1,255}") || programFile.startsWith(".")) {
      throw new IllegalArgumentException("not a file name: `" + programFile + "`");
    }
  }

  @Override
  public ObjectNode figures() {
    return figures.deepCopy();
  }

  /// The same card for other weights.
  public ModelCard withWeights(String sha256) {
    return new ModelCard(
        kind, language, programFile, program, seed, steps, figures, arithmetic, sha256, lockstep);
  }
}
