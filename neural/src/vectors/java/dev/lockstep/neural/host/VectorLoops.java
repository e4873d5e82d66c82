package dev.lockstep.neural.host;

import java.util.Optional;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Loops written with this machine's vectors, of which a whole number makes a block.
final class VectorLoops implements Loops {
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > BLOCK
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  @Override
  public Matrix matrix(int rows, int columns) {
    return new PanelMatrix(rows, columns);
  }

  @Override
  public Memory memory(int heads, int part, int capacity) {
    return new PanelMemory(heads, part, capacity);
  }

  @Override
  public Curves curves(int most) {
    return new VectorCurves();
  }

  @Override
  public Optional<TrainingLoops> training() {
    return Optional.of(new TrainingLoops(new VectorProducts(), new VectorPasses()));
  }
}
