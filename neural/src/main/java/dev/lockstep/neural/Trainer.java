package dev.lockstep.neural;

import java.nio.file.Path;

/// A training that can be taken further, step by step, and put to rest.
public interface Trainer extends AutoCloseable {
  TrainingPlan plan();

  /// The steps taken so far.
  long step();

  /// Takes `steps` steps. `IllegalStateException` where there is nothing to learn from. A loss that
  /// is not a number is reported, not thrown.
  Metrics advance(int steps);

  /// Writes a checkpoint into a directory, atomically; going on from it is bit for bit the same as
  /// never having stopped.
  void save(Path directory);

  @Override
  void close();
}
