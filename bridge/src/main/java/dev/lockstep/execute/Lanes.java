package dev.lockstep.execute;

import dev.lockstep.notation.Script;
import java.util.List;

/// Runs being written side by side, each in a lane. For one thread.
public interface Lanes extends AutoCloseable {
  /// Begins a run in a lane that had none.
  void begin(int lane, Script<?, ?> script);

  /// The next token of each of these lanes, or `TokenNetwork.NOTHING`.
  ///
  /// @param lanes each at most once
  /// @param scripts the runs, in the same order
  int[] next(List<Integer> lanes, List<? extends Script<?, ?>> scripts);

  /// The token that was written in a lane, to be called before its script accepts it.
  void wrote(int lane, Script<?, ?> script, int token);

  @Override
  void close();
}
