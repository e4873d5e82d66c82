package dev.lockstep.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lockstep.neural.kernels.Kernel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What every model has: parameters on a device, a kernel, and the rule that any number of threads
/// may read while none changes. Owns its native memory; each piece of work gets a manager of its
/// own that is closed when it ends.
public final class Network implements AutoCloseable {
  private final NetworkSpec spec;
  private final Hardware hardware;
  private final NDManager manager;
  private final Optional<Kernel> kernel;
  private final NDList parameters = new NDList(); // in the order of the spec, each named `P[]`
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;
  private long version; // guarded by the lock

  /// A network of these weights, with a kernel of these sources after `common.py`; without sources
  /// there is no kernel to call.
  public Network(NetworkSpec spec, Weights weights, Hardware hardware, String... scripts) {
    this(spec, weights, ComputeDevice.first(hardware), scripts);
  }

  /// As above, on any device.
  public Network(NetworkSpec spec, Weights weights, ComputeDevice device, String... scripts) {
    Weights checked = Weights.of(spec, weights.tensors());
    this.spec = spec;
    this.hardware = device.hardware();
    this.manager = NDManager.newBaseManager(device.device());
    this.kernel =
        scripts.length == 0
            ? Optional.empty()
            : Optional.of(
                Kernel.load(
                    manager,
                    Stream.concat(Stream.of("common.py"), Stream.of(scripts))
                        .toArray(String[]::new)));
    checked.tensors().values().forEach(tensor -> parameters.add(array("P[]", tensor)));
  }

  /// A tensor as an array that lives as long as the network, named `name`.
  private NDArray array(String name, HostTensor tensor) {
    NDArray array = create(manager, tensor);
    array.setName(name);
    return array;
  }

  /// A tensor as an array of `manager`.
  static NDArray create(NDManager manager, HostTensor tensor) {
    Shape shape = shape(tensor.shape());
    return switch (tensor.type()) {
      case F32 -> manager.create(tensor.floats(), shape);
      case F64 -> manager.create(tensor.doubles(), shape);
      case I64 -> manager.create(tensor.longs(), shape);
    };
  }

  /// A host copy of an array.
  public static HostTensor copy(NDArray array) {
    List<Long> shape = LongStream.of(array.getShape().getShape()).boxed().toList();
    return switch (array.getDataType()) {
      case FLOAT32 -> HostTensor.of(shape, array.toFloatArray());
      case FLOAT64 -> HostTensor.of(shape, array.toDoubleArray());
      case INT64 -> HostTensor.of(shape, array.toLongArray());
      default -> throw new IllegalArgumentException("no host copy of " + array.getDataType());
    };
  }

  public NetworkSpec spec() {
    return spec;
  }

  public Hardware hardware() {
    return hardware;
  }

  /// The manager of what lives as long as the network.
  public NDManager manager() {
    return manager;
  }

  /// In the order of the spec, each named `P[]`.
  public NDList parameters() {
    return parameters;
  }

  /// Calls the kernel with these inputs and the parameters after them.
  public NDList call(String method, NDList inputs) {
    return kernel.orElseThrow().call(method, inputs, false);
  }

  /// As `call`, with gradients on.
  public NDList train(String method, NDList inputs) {
    return kernel.orElseThrow().call(method, inputs, true);
  }

  /// A host copy of the parameters.
  public Weights weights() {
    return reading(_ -> Weights.of(spec, named("", parameters)));
  }

  /// Host copies of arrays that are in the order of the spec, each under its name with a prefix.
  SequencedMap<String, HostTensor> named(String prefix, NDList arrays) {
    SequencedMap<String, HostTensor> tensors = new LinkedHashMap<>();
    int i = 0;
    for (String name : spec.tensors().keySet()) {
      tensors.put(prefix + name, copy(arrays.get(i++)));
    }
    return tensors;
  }

  /// Does work that changes no parameter.
  public <T> T reading(Function<NDManager, T> work) {
    return locked(lock.readLock(), work);
  }

  /// Does work that changes parameters, while nobody reads.
  public <T> T changing(Function<NDManager, T> work) {
    return locked(
        lock.writeLock(),
        own -> {
          version++;
          return work.apply(own);
        });
  }

  /// How often the parameters may have changed: while this is the same, so are they. To be asked
  /// inside `reading`.
  public long version() {
    return version;
  }

  private <T> T locked(Lock held, Function<NDManager, T> work) {
    held.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the model is closed");
      }
      try (NDManager own = manager.newSubManager()) {
        T result = work.apply(own);
        if (result instanceof NDArray || result instanceof NDList) {
          throw new IllegalStateException("an array cannot leave the call that it belongs to");
        }
        return result;
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
        kernel.ifPresent(Kernel::close);
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
  public static NDList arguments(NDList... groups) {
    List<NDArray> all = new ArrayList<>();
    for (NDList group : groups) {
      all.addAll(group);
    }
    return new NDList(all);
  }
}
