package dev.lockstep.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A causal decoder (`SequenceSpec` says how it computes).
///
/// Any number of threads may ask it at once; training excludes them for the duration of a call.
/// Using a closed model throws `IllegalStateException`.
public final class SequenceModel implements AutoCloseable {
  /// About as many positions are computed at once.
  private static final int CHUNK_POSITIONS = 1 << 13;

  private final SequenceSpec spec;
  private final Network network;
  private final NDArray settings;
  private final Places places;

  private SequenceModel(SequenceSpec spec, Weights weights, Hardware hardware) {
    this.spec = spec;
    this.network = new Network(spec, weights, hardware, "sequence.py");
    int gelu = spec.activation() == Activation.GELU ? 1 : 0;
    int learned = spec.positions() == PositionScheme.LEARNED ? 1 : 0;
    this.settings = network.manager().create(new long[] {spec.heads(), gelu, learned});
    this.places = new Places(network.manager(), spec);
  }

  /// A model with seeded first weights.
  public static SequenceModel seeded(SequenceSpec spec, long seed, Hardware hardware) {
    return of(spec, Weights.seeded(spec, seed), hardware);
  }

  /// A model with these weights; `IllegalArgumentException` where they are not of this spec.
  public static SequenceModel of(SequenceSpec spec, Weights weights, Hardware hardware) {
    return new SequenceModel(spec, weights, hardware);
  }

  public SequenceSpec spec() {
    return spec;
  }

  public Hardware hardware() {
    return network.hardware();
  }

  /// A copy of the weights as they are now.
  public Weights weights() {
    return network.weights();
  }

  /// The logits at every position of each sequence, each `(T, classes)` row after row.
  public List<float[]> logits(Sequences sequences) {
    if (!sequences.spec().equals(spec)) {
      throw new IllegalArgumentException("the sequences belong to another spec");
    }
    List<Integer> order =
        IntStream.range(0, sequences.size())
            .boxed()
            .sorted(Comparator.comparingInt(sequences::length))
            .toList();
    List<float[]> logits = new ArrayList<>(Collections.nCopies(sequences.size(), new float[0]));
    for (int from = 0; from < order.size(); ) {
      int longest = sequences.length(order.get(from));
      int to = from + 1;
      // Sorted by length, so the last one decides what the others are padded to.
      while (to < order.size()
          && (to + 1 - from) * sequences.length(order.get(to)) <= CHUNK_POSITIONS
          && sequences.length(order.get(to)) <= 2 * longest) {
        to++;
      }
      List<Integer> some = order.subList(from, to);
      List<float[]> answers = network.reading(own -> logits(own, sequences, some));
      for (int i = 0; i < some.size(); i++) {
        logits.set(some.get(i), answers.get(i));
      }
      from = to;
    }
    return logits;
  }

  private List<float[]> logits(NDManager own, Sequences sequences, List<Integer> some) {
    int time = sequences.length(some.getLast());
    int[] indices = some.stream().mapToInt(i -> i).toArray();
    NDList inputs =
        Network.arguments(
            inputs(own, sequences, indices, time), constants(own, time), network.parameters());
    float[] all = network.call("logits", inputs).head().toFloatArray();
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < indices.length; i++) {
      int from = i * time * spec.classes();
      rows.add(Arrays.copyOfRange(all, from, from + sequences.length(indices[i]) * spec.classes()));
    }
    return rows;
  }

  /// Tokens and queries of the chosen sequences, padded with zeros to `time` positions. What pads
  /// is at the end, where causal attention keeps it from mattering.
  NDList inputs(NDManager own, Sequences sequences, int[] chosen, int time) {
    int f = spec.tokenFeatures().size();
    int g = spec.queryFeatures().size();
    int[] tokens = new int[chosen.length * time * f];
    int[] queries = new int[chosen.length * time * g];
    for (int i = 0; i < chosen.length; i++) {
      int length = sequences.length(chosen[i]);
      System.arraycopy(sequences.tokens(chosen[i]), 0, tokens, i * time * f, length * f);
      System.arraycopy(sequences.queries(chosen[i]), 0, queries, i * time * g, length * g);
    }
    return new NDList(
        own.create(tokens, new Shape(chosen.length, time, f)),
        own.create(queries, new Shape(chosen.length, time, g)));
  }

  /// What the kernel's methods on whole sequences take before the parameters.
  NDList constants(NDManager own, int time) {
    return Network.arguments(new NDList(settings, places.bias(own, time)), places.arrays());
  }

  /// Begins step-by-step decoding of `lanes` sequences, all empty. Close it before the model.
  public Decoding decode(int lanes) {
    SpecChecks.between("lanes", lanes, 1, 1 << 20);
    return new Decoding(spec, network, new NDList(settings), places.arrays(), lanes);
  }

  @Override
  public void close() {
    network.close();
  }

  Network network() {
    return network;
  }
}
