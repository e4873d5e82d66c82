package dev.lockstep.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/// A position scheme as numbers: what is added to inputs, by which angles heads turn, and how
/// steeply scores fall with distance. What a scheme has no use for is of zero size.
final class Places {
  private final SequenceSpec spec;
  private final NDList arrays = new NDList(); // each named `places[]`

  Places(NDManager manager, SequenceSpec spec) {
    this.spec = spec;
    int width = spec.width();
    int part = width / spec.heads();
    boolean added = spec.positions() == PositionScheme.SINUSOIDAL;
    boolean turned = spec.positions() == PositionScheme.ROTARY;
    boolean sloped = spec.positions() == PositionScheme.ALIBI;
    add(manager, added, width, Places::sinusoid);
    add(manager, turned, part, (t, i, k) -> StrictMath.cos(angle(t, i % (k / 2), k)));
    add(manager, turned, part, (t, i, k) -> StrictMath.sin(angle(t, i % (k / 2), k)));
    float[] slopes = new float[sloped ? spec.heads() : 0];
    for (int h = 0; h < slopes.length; h++) {
      slopes[h] = (float) slope(h, slopes.length);
    }
    add(manager.create(slopes));
  }

  /// As the kernels take them.
  NDList arrays() {
    return arrays;
  }

  /// What is added to the scores of `time` positions, `(H, time, time)`: of zero size where the
  /// causal mask is all there is, else with minus infinity above the diagonal.
  NDArray bias(NDManager manager, int time) {
    if (spec.positions() != PositionScheme.ALIBI) {
      return manager.create(new float[0]);
    }
    float[] bias = new float[spec.heads() * time * time];
    for (int h = 0; h < spec.heads(); h++) {
      float slope = (float) slope(h, spec.heads());
      for (int i = 0; i < time; i++) {
        for (int j = 0; j < time; j++) {
          bias[(h * time + i) * time + j] = j > i ? Float.NEGATIVE_INFINITY : -slope * (i - j);
        }
      }
    }
    return manager.create(bias, new Shape(spec.heads(), time, time));
  }

  /// One number of a table: position, column, columns.
  @FunctionalInterface
  private interface Cell {
    double at(int position, int column, int columns);
  }

  private void add(NDManager manager, boolean used, int columns, Cell cell) {
    float[] table = new float[used ? Math.multiplyExact(spec.longest(), columns) : 0];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) cell.at(i / columns, i % columns, columns);
    }
    add(manager.create(table, new Shape(used ? spec.longest() : 0, columns)));
  }

  private void add(NDArray array) {
    array.setName("places[]");
    arrays.add(array);
  }

  private static double sinusoid(int position, int column, int columns) {
    double angle = angle(position, column / 2, columns);
    return column % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
  }

  private static double angle(int position, int pair, int columns) {
    return position / StrictMath.pow(10_000, 2.0 * pair / columns);
  }

  private static double slope(int head, int heads) {
    return StrictMath.pow(2, -8.0 * (head + 1) / heads);
  }
}
