package dev.lockstep.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lockstep.neural.ComputeDevice;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.Network;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.blocks.Scene;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// A transformer of any `TransformerSpec`.
///
/// Any number of threads may ask it at once; training excludes them for the duration of a call.
/// Using a closed model throws `IllegalStateException`.
public final class TransformerModel implements AutoCloseable {
  private final TransformerSpec spec;
  private final Route route;

  TransformerModel(TransformerSpec spec, Route route) {
    this.spec = spec;
    this.route = route;
  }

  /// A model with seeded first weights.
  public static TransformerModel seeded(TransformerSpec spec, long seed, Hardware hardware) {
    return of(spec, Weights.seeded(spec, seed), hardware);
  }

  /// A model with these weights, computed by kernels; `IllegalArgumentException` where they are not
  /// of this spec.
  public static TransformerModel of(TransformerSpec spec, Weights weights, Hardware hardware) {
    return Hardware.hasKernels()
        ? fused(spec, weights, ComputeDevice.first(hardware))
        : plain(spec, weights, hardware);
  }

  private static TransformerModel fused(
      TransformerSpec spec, Weights weights, ComputeDevice device) {
    Network network =
        new Network(
            spec,
            weights,
            device,
            "attention.py",
            "transformer.py",
            "formula_attention.py",
            "formula.py",
            "decode.py");
    return new TransformerModel(spec, FusedRoute.of(network, spec));
  }

  /// A model computed by plain DJL operations, on any engine.
  public static TransformerModel plain(TransformerSpec spec, Weights weights, Hardware hardware) {
    return plain(spec, weights, ComputeDevice.first(hardware));
  }

  private static TransformerModel plain(
      TransformerSpec spec, Weights weights, ComputeDevice device) {
    Network network = new Network(spec, weights, device);
    return new TransformerModel(spec, new PlainRoute(network, spec));
  }

  /// The same weights on another device, computed alike.
  TransformerModel copyOn(ComputeDevice device) {
    return hasKernels() ? fused(spec, weights(), device) : plain(spec, weights(), device);
  }

  public TransformerSpec spec() {
    return spec;
  }

  public Hardware hardware() {
    return network().hardware();
  }

  /// A copy of the weights as they are now.
  public Weights weights() {
    return network().weights();
  }

  /// The logits of each sample, `(T, classes)` row after row.
  public List<HostTensor> logits(List<Sample> samples) {
    if (samples.isEmpty()) {
      return List.of();
    }
    return network()
        .reading(own -> split(route.logits(own, scenes(own, samples, Optional.empty())), samples));
  }

  /// As `logits`, for one sample.
  public HostTensor logits(Sample sample) {
    return logits(List.of(sample)).getFirst();
  }

  /// What is computed on the way to one sample's logits, by name: states after each block
  /// (`layer.0.after.attention`), attention maps (`layer.0.attention.weights`, (1, H, T, S)), the
  /// weights of adaptive depth. Rows are positions of the sample, so they stand beside its tokens.
  /// Where layers are gone through several times, later ones are called `…#1`, `…#2` ….
  ///
  /// Computed by the plain blocks: the same as `logits` but for rounding.
  public SequencedMap<String, HostTensor> capture(Sample sample) {
    Weights weights = weights();
    try (TransformerModel open = plain(spec, weights, hardware())) {
      PlainRoute plain = (PlainRoute) open.route;
      return open.network()
          .reading(
              own -> {
                SequencedMap<String, HostTensor> seen = new LinkedHashMap<>();
                NDList scenes = open.scenes(own, List.of(sample), Optional.empty());
                NDList found =
                    plain.logits(
                        own, scenes, (name, array) -> keep(seen, name, Network.copy(array)));
                seen.put("logits", Network.copy(found.head()));
                return seen;
              });
    }
  }

  private static void keep(SequencedMap<String, HostTensor> seen, String name, HostTensor tensor) {
    String free = name;
    for (int i = 1; seen.containsKey(free); i++) {
      free = name + "#" + i;
    }
    seen.put(free, tensor);
  }

  private List<HostTensor> split(NDList found, List<Sample> samples) {
    double[] all = doubles(found.head());
    int time = (int) found.head().getShape().get(1);
    List<HostTensor> rows = new ArrayList<>();
    for (int b = 0; b < samples.size(); b++) {
      int from = b * time * spec.classes();
      int length = samples.get(b).length();
      double[] own = Arrays.copyOfRange(all, from, from + length * spec.classes());
      List<Long> shape = List.of((long) length, (long) spec.classes());
      rows.add(HostTensor.of(shape, own).as(spec.element()));
    }
    return rows;
  }

  /// The scenes of all stacks, one after another.
  NDList scenes(NDManager own, List<Sample> samples, Optional<? extends RandomGenerator> random) {
    return scenes(own, samples, longest(samples), random);
  }

  NDList scenes(
      NDManager own, List<Sample> samples, int time, Optional<? extends RandomGenerator> random) {
    NDList all = new NDList();
    if (spec.source().isPresent()) {
      List<Sample> read = Scene.sources(samples);
      all.addAll(Scene.of(own, spec, 0, read, longest(read), route.form(), random));
    }
    int last = spec.stacks().size() - 1;
    all.addAll(Scene.of(own, spec, last, samples, time, route.form(), random));
    return all;
  }

  private static int longest(List<Sample> samples) {
    return samples.stream().mapToInt(Sample::length).max().orElseThrow();
  }

  static double[] doubles(NDArray array) {
    if (array.getDataType() == DataType.FLOAT64) {
      return array.toDoubleArray();
    }
    float[] single = array.toFloatArray();
    double[] twice = new double[single.length];
    for (int i = 0; i < single.length; i++) {
      twice[i] = single[i];
    }
    return twice;
  }

  Route route() {
    return route;
  }

  /// Whether it is computed by kernels.
  public boolean hasKernels() {
    return !(route instanceof PlainRoute);
  }

  /// The kernel's settings, for decoding; `IllegalStateException` for a model without kernels.
  public NDArray settings(NDManager own) {
    if (!hasKernels()) {
      throw new IllegalStateException("a plain model has no kernels");
    }
    return own.create(FusedRoute.settings(spec), new Shape(spec.stacks().size(), 16));
  }

  /// Its parameters and kernel, for decoding.
  public Network network() {
    return route.network();
  }

  @Override
  public void close() {
    network().close();
  }
}
