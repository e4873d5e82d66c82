package dev.lockstep.neural;

import java.nio.file.Path;

/// Trains a `LocalModel` in place, with AdamW, on a pool of examples that may be replaced at any
/// time. Each step draws a stratum uniformly among those present, then an example of it uniformly:
/// rare kinds of examples are seen as often as frequent ones.
///
/// For one thread; several trainers (of different models) may work in different threads at once.
@SuppressWarnings("DoNotCallSuggester")
public final class LocalTrainer implements AutoCloseable {

  /// A training from its first step.
  public LocalTrainer(LocalModel model, TrainingPlan plan) {
    throw new UnsupportedOperationException();
  }

  /// Goes on from a checkpoint: with the same pool and the same number of threads, bit for bit as
  /// if it had never stopped. The model, `model()`, is the caller's to close. Throws
  /// `ModelFileError`.
  public static LocalTrainer resume(Path directory, Hardware hardware) {
    throw new UnsupportedOperationException();
  }

  public LocalModel model() {
    throw new UnsupportedOperationException();
  }

  public TrainingPlan plan() {
    throw new UnsupportedOperationException();
  }

  /// The steps taken so far.
  public long step() {
    throw new UnsupportedOperationException();
  }

  /// Replaces the pool.
  ///
  /// @param targets the class of each example
  /// @param strata the kind of each example: any numbers
  public void pool(VisibleSets examples, int[] targets, int[] strata) {
    throw new UnsupportedOperationException();
  }

  /// Takes `steps` steps. `IllegalStateException` where there is no pool. A loss that is not a
  /// number is reported, not thrown.
  public Metrics advance(int steps) {
    throw new UnsupportedOperationException();
  }

  /// Writes a checkpoint (parameters, moments, step, plan, spec, arithmetic) into a directory,
  /// atomically: an earlier checkpoint there stays whole until this one is.
  public void save(Path directory) {
    throw new UnsupportedOperationException();
  }

  /// Frees the optimizer's memory; the model stays open.
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
