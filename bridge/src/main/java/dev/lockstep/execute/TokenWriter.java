package dev.lockstep.execute;

/// What can write runs token by token.
public interface TokenWriter {
  /// Lanes for `count` runs. Close them before the writer's model.
  Lanes open(int count);

  /// The most tokens of a run, question included, that can be written.
  long longest();
}
