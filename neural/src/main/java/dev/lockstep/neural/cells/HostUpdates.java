package dev.lockstep.neural.cells;

import ai.djl.ndarray.NDManager;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.host.CellBatch;
import dev.lockstep.neural.host.HostCells;
import java.util.Arrays;

/// Steps in Java, a few cells at a time.
final class HostUpdates implements Updates {
  private static final int TOGETHER = 64; // cells: what they need stays within the first two caches
  private static final int MULTIPLE = 4; // what matrix products take at a time

  private final HostCells weights;
  private final CellLoop.Window window;
  private final int[] offsets;

  HostUpdates(LocalModel model, CellLoop.Window window) {
    this.weights = new HostCells(model.spec(), model.weights(), window.queries(), window.kinds());
    this.window = window;
    this.offsets = window.offsets().stream().mapToInt(i -> i).toArray();
  }

  @Override
  public int[] run(NDManager own, int[] cells, int steps) {
    int margin = window.margin();
    int count = cells.length;
    int[] row = new int[count + 2 * margin];
    Arrays.fill(row, window.outside());
    System.arraycopy(cells, 0, row, margin, count);
    int[] next = new int[count];
    CellBatch batch = weights.batch(together(count));
    for (int step = 0; step < steps; step++) {
      if (window.ring()) {
        System.arraycopy(row, count, row, 0, margin);
        System.arraycopy(row, margin, row, count + margin, margin);
      }
      for (int from = 0; from < count; from += batch.size()) {
        int some = Math.min(batch.size(), count - from);
        batch.next(row, margin + from, some, offsets, next, from);
      }
      System.arraycopy(next, 0, row, margin, count);
    }
    return Arrays.copyOfRange(row, margin, margin + count);
  }

  /// As many as divide the cells into batches of about one size.
  private static int together(int count) {
    int batches = Math.ceilDiv(count, TOGETHER);
    return Math.ceilDiv(Math.ceilDiv(count, batches), MULTIPLE) * MULTIPLE;
  }

  /// Nothing here is native.
  @Override
  public void close() {}
}
