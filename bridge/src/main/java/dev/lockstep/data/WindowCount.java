package dev.lockstep.data;

import dev.lockstep.machine.Layout;

/// How many windows a layout has to enumerate.
public final class WindowCount {
  private WindowCount() {}

  /// Those with at most one mark; of a row of places, one for each place and everything that the
  /// places can hold together. Infinite where the number overflows.
  public static double of(Layout<?, ?> layout) {
    if (layout.places().isEmpty()) {
      return Marks.of(layout).rows(2 * layout.radius() + 1);
    }
    double rows = 1;
    for (Layout.Place place : layout.places()) {
      rows *= place.now().size();
    }
    return rows * layout.places().size();
  }
}
