package dev.lockstep.neural.gradients;

import dev.lockstep.neural.host.Blocks;
import java.util.Optional;

/// The inner loops of training, which are there only with vectors: in `src/vectors`.
interface TrainingLoops {
  Products products();

  Passes passes();

  /// Those of this process.
  static Optional<TrainingLoops> find() {
    if (!Blocks.vectors()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Class.forName("dev.lockstep.neural.gradients.VectorTraining")
              .asSubclass(TrainingLoops.class)
              .getDeclaredConstructor()
              .newInstance());
    } catch (ReflectiveOperationException _) { // built without them
      return Optional.empty();
    }
  }
}
