package dev.lockstep.learn;

import dev.lockstep.execute.TokenWriter;
import dev.lockstep.machine.Budget;
import dev.lockstep.neural.Metrics;
import dev.lockstep.neural.ModelSpec;
import dev.lockstep.neural.Weights;
import dev.lockstep.verify.TokenVerdict;
import java.nio.file.Path;
import java.util.List;

/// A network being trained on dictated runs, of whatever kind.
interface Pupil<C, D> extends AutoCloseable {
  /// Adds a run to what it is trained on.
  void hear(C start);

  /// Puts everything heard into the trainer's pool.
  void study();

  Metrics advance(int steps);

  long step();

  /// What was heard, in numbers.
  ScratchpadFigures.Heard heard();

  /// How it does on runs within `budget`, token by token.
  List<TokenVerdict> examine(List<C> starts, Budget budget);

  /// Right answers among the tokens of runs that it was never asked in training; in full mode among
  /// all their tokens.
  ScratchpadFigures.Tokens unseen(List<C> starts);

  TokenWriter writer();

  ModelSpec spec();

  Weights weights();

  void save(Path directory);

  @Override
  void close();
}
