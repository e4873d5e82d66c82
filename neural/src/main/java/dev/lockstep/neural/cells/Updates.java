package dev.lockstep.neural.cells;

import ai.djl.ndarray.NDManager;

/// How the cells of a loop are updated. What is given has been checked.
sealed interface Updates extends AutoCloseable permits HostUpdates, KernelUpdates {
  /// The cells after `steps` steps.
  ///
  /// @param own owns what is needed on the way
  int[] run(NDManager own, int[] cells, int steps);

  @Override
  void close();
}
