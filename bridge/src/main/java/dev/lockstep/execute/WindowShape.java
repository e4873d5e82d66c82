package dev.lockstep.execute;

import dev.lockstep.machine.Layout;
import dev.lockstep.neural.Activation;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.VisibleSets;
import java.util.List;

/// How a window is shown to a network: the query is the content of the middle cell, and each of the
/// `2 · radius + 1` cells is a slot of two ids, its content and its place in the window. No
/// coordinates, no positions: the same window is the same question wherever it stands.
///
/// @param contents the number of contents of a cell
public record WindowShape(int contents, int radius) {
  public static WindowShape of(Layout<?, ?> layout) {
    return new WindowShape(layout.contents().size(), layout.radius());
  }

  /// Cells of a window.
  public int cells() {
    return 2 * radius + 1;
  }

  /// A network for such windows; its classes are the contents.
  public LocalSpec network(int width, int heads, int layers, int hidden, Activation activation) {
    return new LocalSpec(
        List.of(contents),
        List.of(contents, cells()),
        cells(),
        contents,
        width,
        heads,
        layers,
        hidden,
        activation);
  }

  /// Whether a network of this spec answers such windows.
  public boolean fits(LocalSpec spec) {
    return spec.queryFeatures().equals(List.of(contents))
        && spec.slotFeatures().equals(List.of(contents, cells()))
        && spec.slots() == cells()
        && spec.classes() == contents;
  }

  /// Adds a window to a batch.
  public void add(VisibleSets batch, int[] window) {
    int[] slots = new int[2 * cells()];
    for (int i = 0; i < cells(); i++) {
      slots[2 * i] = window[i];
      slots[2 * i + 1] = i;
    }
    batch.add(new int[] {window[radius]}, slots);
  }

  /// A batch of these windows.
  public VisibleSets batch(LocalSpec spec, int[][] windows) {
    VisibleSets batch = new VisibleSets(spec);
    for (int[] window : windows) {
      add(batch, window);
    }
    return batch;
  }
}
