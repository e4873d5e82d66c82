package dev.lockstep.neural;

import java.nio.file.Path;

/// Trains a `SequenceModel` in place, with AdamW, on a pool of sequences that may be replaced at
/// any time. The loss is the mean over the positions that have a target. A step's sequences have
/// similar lengths, and are padded to one of few.
///
/// For one thread; several trainers (of different models) may work in different threads at once.
@SuppressWarnings("DoNotCallSuggester")
public final class SequenceTrainer implements AutoCloseable {

  /// A training from its first step.
  public SequenceTrainer(SequenceModel model, TrainingPlan plan) {
    throw new UnsupportedOperationException();
  }

  /// Goes on from a checkpoint: with the same pool and the same number of threads, bit for bit as
  /// if it had never stopped. The model, `model()`, is the caller's to close. Throws
  /// `ModelFileError`.
  public static SequenceTrainer resume(Path directory, Hardware hardware) {
    throw new UnsupportedOperationException();
  }

  public SequenceModel model() {
    throw new UnsupportedOperationException();
  }

  public TrainingPlan plan() {
    throw new UnsupportedOperationException();
  }

  /// The steps taken so far.
  public long step() {
    throw new UnsupportedOperationException();
  }

  /// Replaces the pool; every sequence must have at least one target.
  public void pool(Sequences sequences) {
    throw new UnsupportedOperationException();
  }

  /// Takes `steps` steps. `IllegalStateException` where there is no pool. A loss that is not a
  /// number is reported, not thrown.
  public Metrics advance(int steps) {
    throw new UnsupportedOperationException();
  }

  /// Writes a checkpoint into a directory, atomically.
  public void save(Path directory) {
    throw new UnsupportedOperationException();
  }

  /// Frees the optimizer's memory; the model stays open.
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
