package dev.lockstep.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/// A network that maps visible sets to logits (`LocalSpec` says how).
///
/// Any number of threads may ask it at once; training excludes them for the duration of a call.
/// Using a closed model throws `IllegalStateException`.
public final class LocalModel implements AutoCloseable {
  /// About as many numbers as fit into a core's cache: what is asked is cut accordingly.
  private static final int CHUNK_NUMBERS = 1 << 18;

  private final LocalSpec spec;
  private final Network network;
  private final NDArray members; // (D, H): 1 where a column belongs to a head
  private final NDArray gelu;

  private LocalModel(LocalSpec spec, Weights weights, Hardware hardware) {
    this.spec = spec;
    this.network = new Network(spec, weights, hardware, "local.py");
    NDManager manager = network.manager();
    this.members = members(manager, spec.width(), spec.heads());
    this.gelu = manager.create(spec.activation() == Activation.GELU);
  }

  /// A model with seeded first weights.
  public static LocalModel seeded(LocalSpec spec, long seed, Hardware hardware) {
    return of(spec, Weights.seeded(spec, seed), hardware);
  }

  /// A model with these weights; `IllegalArgumentException` where they are not of this spec.
  public static LocalModel of(LocalSpec spec, Weights weights, Hardware hardware) {
    return new LocalModel(spec, weights, hardware);
  }

  public LocalSpec spec() {
    return spec;
  }

  public Hardware hardware() {
    return network.hardware();
  }

  /// A copy of the weights as they are now.
  public Weights weights() {
    return network.weights();
  }

  /// The logits of each set, `(B, classes)` row after row. What is asked at once matters to the
  /// last bits (another batch, other kernels), never more.
  public float[] logits(VisibleSets sets) {
    if (!sets.spec().equals(spec)) {
      throw new IllegalArgumentException("the visible sets belong to another spec");
    }
    float[] logits = new float[Math.multiplyExact(sets.size(), spec.classes())];
    int widest = Math.max(spec.hidden(), spec.slots() * spec.width() / 2);
    int chunk = Math.max(64, CHUNK_NUMBERS / Math.max(widest, spec.classes()));
    int[] tuples = sets.tuples();
    for (int from = 0; from < sets.size(); from += chunk) {
      int first = from;
      int to = Math.min(sets.size(), from + chunk);
      float[] some = network.reading(own -> logits(own, sets, tuples, first, to));
      System.arraycopy(some, 0, logits, from * spec.classes(), some.length);
    }
    return logits;
  }

  /// The class with the largest logit for each set, `(B)`; the first of equals; -1 where a logit is
  /// not a number.
  public int[] argmax(VisibleSets sets) {
    return Network.argmax(logits(sets), spec.classes());
  }

  @Override
  public void close() {
    network.close();
  }

  /// Its parameters, for kernels of other rooms.
  public Network network() {
    return network;
  }

  /// What every method of the kernel takes before the parameters.
  NDList constants() {
    return new NDList(members, gelu);
  }

  private float[] logits(NDManager own, VisibleSets sets, int[] tuples, int from, int to) {
    NDList inputs =
        Network.arguments(arrays(own, sets, tuples, from, to), constants(), network.parameters());
    return network.call("logits", inputs).head().toFloatArray();
  }

  /// The sets `[from, to)` as the kernel takes them.
  NDList arrays(NDManager manager, VisibleSets sets, int[] tuples, int from, int to) {
    int f = spec.slotFeatures().size();
    return new NDList(
        manager.create(sets.queries(from, to), new Shape(to - from, spec.queryFeatures().size())),
        manager.create(tuples, new Shape(tuples.length / f, f)),
        manager.create(sets.kinds(from, to), new Shape(to - from, spec.slots())));
  }

  private static NDArray members(NDManager manager, int width, int heads) {
    float[] members = new float[width * heads];
    for (int column = 0; column < width; column++) {
      members[column * heads + column / (width / heads)] = 1;
    }
    return manager.create(members, new Shape(width, heads));
  }
}
