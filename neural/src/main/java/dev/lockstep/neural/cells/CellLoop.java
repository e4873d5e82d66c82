package dev.lockstep.neural.cells;

import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.host.Blocks;
import java.util.List;
import java.util.stream.IntStream;

/// A row or ring of cells whose next contents a local model says, each from its own content and its
/// window. Every step asks the network about every cell: nothing is remembered about windows. The
/// work of a step is linear in the number of cells.
///
/// The model's weights are read when the loop is made. To be closed before its model.
public final class CellLoop implements AutoCloseable {
  private final LocalModel model;
  private final Window window;
  private final Updates updates;

  /// What a cell sees. Content c is class c of the model.
  ///
  /// @param offsets where each place of the window is, from the cell
  /// @param ring whether the row's ends meet
  /// @param outside the content beyond the ends of a row that is no ring
  /// @param queries the query's ids for each content, `(C, G)`
  /// @param slots the slot's ids for each place and content, `(W, C, F)`
  public record Window(
      List<Integer> offsets,
      boolean ring,
      int outside,
      List<List<Integer>> queries,
      List<List<List<Integer>>> slots) {
    public Window {
      offsets = List.copyOf(offsets);
      queries = queries.stream().map(List::copyOf).toList();
      slots = slots.stream().map(place -> place.stream().map(List::copyOf).toList()).toList();
    }

    int margin() {
      return offsets.stream().mapToInt(Math::abs).max().orElse(0);
    }

    /// The slot's ids of each kind, place by place: `(W * C, F)`.
    List<List<Integer>> kinds() {
      return slots.stream().flatMap(List::stream).toList();
    }
  }

  /// A loop in Java where the process has vectors, which is faster there than the kernel.
  public CellLoop(LocalModel model, Window window) {
    this(model, window, model.hardware() == Hardware.CPU && Blocks.vectors());
  }

  /// A loop that is computed in Java or by a kernel.
  CellLoop(LocalModel model, Window window, boolean inJava) {
    check(model.spec(), window);
    this.model = model;
    this.window = window;
    this.updates = inJava ? new HostUpdates(model, window) : new KernelUpdates(model, window);
  }

  private static void check(LocalSpec spec, Window window) {
    boolean fits =
        window.offsets().size() == spec.slots()
            && spec.slots() > 0
            && window.queries().size() == spec.classes()
            && window.slots().size() == spec.slots()
            && window.slots().stream().allMatch(place -> place.size() == spec.classes())
            && window.outside() >= 0
            && window.outside() < spec.classes();
    if (!fits) {
      throw new IllegalArgumentException(
          "expected %d places and %d contents, as the model has"
              .formatted(spec.slots(), spec.classes()));
    }
    window.queries().forEach(query -> within(query, spec.queryFeatures()));
    window.slots().stream()
        .flatMap(List::stream)
        .forEach(slot -> within(slot, spec.slotFeatures()));
  }

  private static void within(List<Integer> ids, List<Integer> features) {
    boolean known =
        ids.size() == features.size()
            && IntStream.range(0, ids.size())
                .allMatch(i -> ids.get(i) >= 0 && ids.get(i) < features.get(i));
    if (!known) {
      throw new IllegalArgumentException(
          "expected ids below %s, found %s".formatted(features, ids));
    }
  }

  /// The cells after `steps` steps.
  ///
  /// @param cells their contents; of a ring at least as many as the window reaches
  public int[] run(int[] cells, int steps) {
    int contents = model.spec().classes();
    for (int cell : cells) {
      if (cell < 0 || cell >= contents) {
        throw new IllegalArgumentException(
            "expected contents below %d, found %d".formatted(contents, cell));
      }
    }
    int least = window.ring() ? Math.max(1, window.margin()) : 1;
    if (cells.length < least || steps < 0) {
      throw new IllegalArgumentException(
          "expected at least %d cells and 0 steps, found %d and %d"
              .formatted(least, cells.length, steps));
    }
    return model.network().reading(own -> updates.run(own, cells, steps));
  }

  /// The contents that may be asked about: 0 up to this.
  int contents() {
    return model.spec().classes();
  }

  Window window() {
    return window;
  }

  @Override
  public void close() {
    updates.close();
  }
}
