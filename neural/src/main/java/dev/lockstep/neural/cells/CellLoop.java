package dev.lockstep.neural.cells;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lockstep.neural.Activation;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.Network;
import dev.lockstep.neural.kernels.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A row or ring of cells whose next contents a local model says, each from its own content and its
/// window. Every step asks the network about every cell: nothing is remembered about windows. The
/// work of a step is linear in the number of cells.
///
/// The model's weights are read when the loop is made. To be closed before its model.
public final class CellLoop implements AutoCloseable {
  private static final int CHUNK = 1024; // cells: the widest state stays within a core's cache

  private final LocalModel model;
  private final Window window;
  private final Kernel kernel;
  private final NDManager manager;
  private final NDArray offsets;
  private final NDArray outside;
  private final NDArray members; // (D, H): 1 where a column belongs to a head
  private final NDArray gelu;
  private final NDList tables = new NDList(); // each named `tables[]`

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
  }

  public CellLoop(LocalModel model, Window window) {
    check(model.spec(), window);
    this.model = model;
    this.window = window;
    LocalSpec spec = model.spec();
    this.manager = model.network().manager().newSubManager(); // closed with the model at the latest
    this.kernel = Kernel.load(manager, "common.py", "cells.py");
    this.offsets = manager.create(window.offsets().stream().mapToLong(i -> i).toArray());
    long[] beyond = new long[window.ring() ? 0 : window.margin()];
    Arrays.fill(beyond, window.outside());
    this.outside = manager.create(beyond);
    this.members = members(spec);
    this.gelu = manager.create(spec.activation() == Activation.GELU);
    tabulate(spec);
  }

  private NDArray members(LocalSpec spec) {
    float[] ones = new float[spec.width() * spec.heads()];
    for (int column = 0; column < spec.width(); column++) {
      ones[column * spec.heads() + column / (spec.width() / spec.heads())] = 1;
    }
    return manager.create(ones, new Shape(spec.width(), spec.heads()));
  }

  private void tabulate(LocalSpec spec) {
    int contents = spec.classes();
    int[] queries = window.queries().stream().flatMap(List::stream).mapToInt(i -> i).toArray();
    int[] slots =
        window.slots().stream()
            .flatMap(List::stream)
            .flatMap(List::stream)
            .mapToInt(i -> i)
            .toArray();
    model
        .network()
        .reading(
            own -> {
              NDList inputs =
                  Network.arguments(
                      new NDList(
                          own.create(queries, new Shape(contents, spec.queryFeatures().size())),
                          own.create(
                              slots,
                              new Shape(
                                  (long) spec.slots() * contents, spec.slotFeatures().size())),
                          members),
                      model.network().parameters());
              NDList found = kernel.call("tables", inputs, false);
              for (NDArray table : found) {
                NDArray kept = table.duplicate();
                kept.attach(manager);
                kept.setName("tables[]");
                tables.add(kept);
              }
              return true;
            });
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
    return model.network().reading(own -> run(own, cells, steps));
  }

  /// The contents that may be asked about: 0 up to this.
  int contents() {
    return model.spec().classes();
  }

  Window window() {
    return window;
  }

  private int[] run(NDManager own, int[] cells, int steps) {
    LocalSpec spec = model.spec();
    long at = spec.queryFeatures().size() + spec.slotFeatures().size() + 2L; // where layers begin
    NDList inputs =
        Network.arguments(
            new NDList(
                own.create(IntStream.of(cells).asLongStream().toArray()),
                outside,
                offsets,
                own.create(new long[] {steps, CHUNK, window.margin(), at}),
                members,
                gelu),
            tables,
            model.network().parameters());
    long[] after = kernel.call("run", inputs, false).head().toLongArray();
    return Arrays.stream(after).mapToInt(Math::toIntExact).toArray();
  }

  @Override
  public void close() {
    kernel.close();
    manager.close();
  }
}
