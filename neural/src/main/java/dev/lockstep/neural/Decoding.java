package dev.lockstep.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/// Sequences being written side by side: what each lane has seen so far is kept as keys and values,
/// so that one more position costs one position. Equal to the full forward pass but for the last
/// bits. For one thread.
public final class Decoding implements AutoCloseable {
  private static final int FIRST_CAPACITY = 64;

  private final SequenceSpec spec;
  private final Network network;
  private final NDList settings;
  private final NDList places;
  private final NDManager manager;
  private final int[] lengths; // of each lane
  private int capacity; // positions that fit into the caches
  private NDList keys = new NDList(); // one a layer, (lanes, capacity, H, K), named `keys[]`
  private NDList values = new NDList(); // likewise, named `values[]`

  Decoding(SequenceSpec spec, Network network, NDList settings, NDList places, int lanes) {
    this.spec = spec;
    this.network = network;
    this.settings = settings;
    this.places = places;
    this.lengths = new int[lanes];
    this.capacity = Math.min(FIRST_CAPACITY, spec.longest());
    this.manager = network.reading(_ -> network.manager().newSubManager());
    for (int layer = 0; layer < spec.layers(); layer++) {
      keys.add(empty("keys[]", capacity));
      values.add(empty("values[]", capacity));
    }
  }

  /// The number of positions that lane `lane` has.
  public int length(int lane) {
    return lengths[lane];
  }

  /// Appends one position to each of the named lanes; the others stand still.
  ///
  /// @param lanes which lanes, each at most once, `(n)`
  /// @param tokens the ids of each lane's token, `(n, F)`
  /// @param queries the ids of each lane's query, `(n, G)`
  /// @return the logits at the new positions, `(n, classes)`
  /// @throws IllegalArgumentException for ids or lanes out of range, or where a lane would grow
  ///   beyond the spec's `longest`
  public float[] append(int[] lanes, int[] tokens, int[] queries) {
    check(lanes);
    Sequences.check("token", tokens, spec.tokenFeatures(), lanes.length);
    Sequences.check("query", queries, spec.queryFeatures(), lanes.length);
    if (lanes.length == 0) {
      return new float[0];
    }
    float[] logits = network.reading(own -> step(own, lanes, tokens, queries));
    for (int lane : lanes) {
      lengths[lane]++;
    }
    return logits;
  }

  /// Appends one position to every lane.
  public float[] append(int[] tokens, int[] queries) {
    return append(IntStream.range(0, lengths.length).toArray(), tokens, queries);
  }

  private float[] step(NDManager own, int[] lanes, int[] tokens, int[] queries) {
    int n = lanes.length;
    long span = 1L + IntStream.of(lanes).map(lane -> lengths[lane]).max().orElse(0);
    if (span > capacity) {
      grow(own);
    }
    NDList inputs =
        Network.arguments(
            new NDList(
                own.create(tokens, new Shape(n, spec.tokenFeatures().size())),
                own.create(queries, new Shape(n, spec.queryFeatures().size())),
                own.create(IntStream.of(lanes).asLongStream().toArray()),
                own.create(IntStream.of(lanes).mapToLong(lane -> lengths[lane]).toArray()),
                own.create(span)),
            settings,
            places,
            keys,
            values,
            network.parameters());
    return network.call("step", inputs).head().toFloatArray();
  }

  private void grow(NDManager own) {
    int larger = (int) Math.min(spec.longest(), 2L * capacity);
    keys = grown(own, "keys[]", keys, larger);
    values = grown(own, "values[]", values, larger);
    capacity = larger;
  }

  private NDList grown(NDManager own, String name, NDList caches, int larger) {
    NDList all = new NDList();
    for (NDArray cache : caches) {
      try (NDManager temporary = own.newSubManager()) {
        NDArray more = temporary.zeros(cacheShape(larger - capacity));
        NDArray joined = cache.concat(more, 1);
        joined.setName(name);
        all.add(joined);
      }
      cache.close();
    }
    return all;
  }

  private NDArray empty(String name, int positions) {
    NDArray cache = manager.zeros(cacheShape(positions));
    cache.setName(name);
    return cache;
  }

  private Shape cacheShape(int positions) {
    return new Shape(lengths.length, positions, spec.heads(), spec.width() / spec.heads());
  }

  private void check(int[] lanes) {
    int[] sorted = lanes.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      Objects.checkIndex(sorted[i], lengths.length);
      if (i > 0 && sorted[i] == sorted[i - 1]) {
        throw new IllegalArgumentException("lane %d is named twice".formatted(sorted[i]));
      }
      if (lengths[sorted[i]] == spec.longest()) {
        throw new IllegalArgumentException(
            "lane %d has the longest length, %d".formatted(sorted[i], spec.longest()));
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
