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

/// All steps inside one native call, `cells.py`, on the model's device. To be closed before the
/// model.
final class KernelUpdates implements Updates {
  private static final int CHUNK = 1024; // cells: the widest state stays within a core's cache

  private final LocalModel model;
  private final int margin;
  private final Kernel kernel;
  private final NDManager manager;
  private final NDArray offsets;
  private final NDArray outside;
  private final NDArray members; // (D, H): 1 where a column belongs to a head
  private final NDArray gelu;
  private final NDList tables = new NDList(); // each named `tables[]`

  KernelUpdates(LocalModel model, CellLoop.Window window) {
    this.model = model;
    this.margin = window.margin();
    LocalSpec spec = model.spec();
    this.manager = model.network().manager().newSubManager(); // closed with the model at the latest
    this.kernel = Kernel.load(manager, "common.py", "cells.py");
    this.offsets = manager.create(window.offsets().stream().mapToLong(i -> i).toArray());
    long[] beyond = new long[window.ring() ? 0 : margin];
    Arrays.fill(beyond, window.outside());
    this.outside = manager.create(beyond);
    this.members = members(spec);
    this.gelu = manager.create(spec.activation() == Activation.GELU);
    tabulate(spec, window);
  }

  private NDArray members(LocalSpec spec) {
    float[] ones = new float[spec.width() * spec.heads()];
    for (int column = 0; column < spec.width(); column++) {
      ones[column * spec.heads() + column / (spec.width() / spec.heads())] = 1;
    }
    return manager.create(ones, new Shape(spec.width(), spec.heads()));
  }

  private void tabulate(LocalSpec spec, CellLoop.Window window) {
    int contents = spec.classes();
    int[] queries = window.queries().stream().flatMap(List::stream).mapToInt(i -> i).toArray();
    int[] slots = window.kinds().stream().flatMap(List::stream).mapToInt(i -> i).toArray();
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

  @Override
  public int[] run(NDManager own, int[] cells, int steps) {
    LocalSpec spec = model.spec();
    long at = spec.queryFeatures().size() + spec.slotFeatures().size() + 2L; // where layers begin
    NDList inputs =
        Network.arguments(
            new NDList(
                own.create(IntStream.of(cells).asLongStream().toArray()),
                outside,
                offsets,
                own.create(new long[] {steps, CHUNK, margin, at}),
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
