package dev.lockstep.execute;

import java.util.function.ToIntFunction;

/// What says the next content of a cell from the window around it: a network, or a stand-in for
/// one.
@FunctionalInterface
public interface CellNetwork {
  /// What is said where the network's numbers are no numbers.
  int NOTHING = -1;

  /// The next content of the middle cell of each window, or `NOTHING`. Windows are arrays of `2 ·
  /// radius + 1` contents; they are not changed.
  int[] contents(int[][] windows);

  /// A stand-in that knows the rule.
  static CellNetwork of(ToIntFunction<int[]> rule) {
    return windows -> {
      int[] contents = new int[windows.length];
      for (int i = 0; i < windows.length; i++) {
        contents[i] = rule.applyAsInt(windows[i]);
      }
      return contents;
    };
  }
}
