package dev.lockstep.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lockstep.neural.kernels.Kernel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/// What every model has: parameters on a device, a kernel, and the rule that any number of threads
/// may read while none changes. Owns its native memory; each piece of work gets a manager of its
/// own that is closed when it ends.
final class Network implements AutoCloseable {
  private final ModelSpec spec;
  private final Hardware hardware;
  private final NDManager manager;
  private final Kernel kernel;
  private final NDList parameters = new NDList(); // in the order of the spec, each named `P[]`
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  Network(ModelSpec spec, Weights weights, Hardware hardware, String script) {
    Weights checked = Weights.of(spec, weights.tensors());
    this.spec = spec;
    this.hardware = hardware;
    this.manager = NDManager.newBaseManager(hardware.device());
    this.kernel = Kernel.load(manager, "common.py", script);
    checked.tensors().values().forEach(tensor -> parameters.add(array("P[]", tensor)));
  }

  /// A tensor as an array that lives as long as the network, named `name`.
  NDArray array(String name, HostTensor tensor) {
    NDArray array = manager.create(tensor.floats(), shape(tensor.shape()));
    array.setName(name);
    return array;
  }

  ModelSpec spec() {
    return spec;
  }

  Hardware hardware() {
    return hardware;
  }

  /// The manager of what lives as long as the network.
  NDManager manager() {
    return manager;
  }

  NDList parameters() {
    return parameters;
  }

  /// Calls the kernel with these inputs and the parameters after them.
  NDList call(String method, NDList inputs) {
    return kernel.call(method, inputs, false);
  }

  /// As `call`, with gradients on.
  NDList train(String method, NDList inputs) {
    return kernel.call(method, inputs, true);
  }

  Weights weights() {
    return reading(_ -> Weights.of(spec, named("", parameters)));
  }

  /// Host copies of arrays that are in the order of the spec, each under its name with a prefix.
  SequencedMap<String, HostTensor> named(String prefix, NDList arrays) {
    SequencedMap<String, HostTensor> tensors = new LinkedHashMap<>();
    int i = 0;
    for (Map.Entry<String, List<Long>> entry : spec.tensors().entrySet()) {
      HostTensor copy = HostTensor.of(entry.getValue(), arrays.get(i++).toFloatArray());
      tensors.put(prefix + entry.getKey(), copy);
    }
    return tensors;
  }

  /// Does work that changes no parameter.
  <T> T reading(Function<NDManager, T> work) {
    return locked(lock.readLock(), work);
  }

  /// Does work that changes parameters, while nobody reads.
  <T> T changing(Function<NDManager, T> work) {
    return locked(lock.writeLock(), work);
  }

  private <T> T locked(Lock held, Function<NDManager, T> work) {
    held.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the model is closed");
      }
      try (NDManager own = manager.newSubManager()) {
        return work.apply(own);
      }
    } finally {
      held.unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        kernel.close();
        manager.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  static Shape shape(List<Long> sizes) {
    return new Shape(sizes);
  }

  /// The largest of each row's elements, by index: the first of equals, -1 where one is not a
  /// number.
  static int[] argmax(float[] rows, int width) {
    int[] best = new int[rows.length / width];
    for (int row = 0; row < best.length; row++) {
      best[row] = argmax(rows, row * width, width);
    }
    return best;
  }

  private static int argmax(float[] values, int from, int width) {
    int best = 0;
    for (int i = 0; i < width; i++) {
      if (Float.isNaN(values[from + i])) {
        return -1;
      }
      best = values[from + i] > values[from + best] ? i : best;
    }
    return best;
  }

  /// Everything in one list: arguments in the order of a kernel's method.
  static NDList arguments(NDList... groups) {
    List<NDArray> all = new ArrayList<>();
    for (NDList group : groups) {
      all.addAll(group);
    }
    return new NDList(all);
  }
}
