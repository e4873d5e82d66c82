package dev.lockstep.learn;

import dev.lockstep.verify.Proportion;

/// Who is told how training goes.
@FunctionalInterface
public interface Progress {
  /// Nobody.
  static Progress silent() {
    return _ -> {};
  }

  void report(Report report);

  /// What training is on.
  enum Phase {
    /// Windows that occur in traces, and no others.
    TRACES,
    /// Those, and the windows that enumeration found wrong or unsure.
    COUNTEREXAMPLES
  }

  /// One moment of training.
  ///
  /// @param step optimizer steps taken, of at most `steps`
  /// @param loss mean cross-entropy since the last report, in nats
  /// @param accuracy of the batches since the last report
  /// @param examples windows trained on since the last report
  /// @param seen windows that occur in the traces
  /// @param unseen all others
  /// @param leastMargin over all windows
  record Report(
      Phase phase,
      long step,
      long steps,
      double loss,
      double accuracy,
      long examples,
      Proportion seen,
      Proportion unseen,
      double leastMargin) {}
}
