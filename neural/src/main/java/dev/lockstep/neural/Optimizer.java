package dev.lockstep.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The state of AdamW for one network: a first and a second moment and a step count for each
/// parameter. Lives in native memory until closed.
final class Optimizer implements AutoCloseable {
  private static final String PARAMETER = "parameter.";
  private static final String FIRST = "first.";
  private static final String SECOND = "second.";

  private final Network network;
  private final NDManager manager;
  private final NDList first = new NDList(); // each named `M[]`
  private final NDList second = new NDList(); // each named `V[]`
  private final NDList counts = new NDList(); // each named `S[]`, one number
  private final NDArray options;

  /// Begins or goes on with an optimization.
  ///
  /// @param step the steps already taken
  /// @param moments by the names of `moments`; empty for zeros
  Optimizer(Network network, TrainingPlan plan, long step, Map<String, HostTensor> moments) {
    this.network = network;
    this.manager = network.manager().newSubManager();
    this.options = manager.create(new double[] {plan.weightDecay(), plan.clip()});
    network
        .spec()
        .tensors()
        .forEach(
            (name, shape) -> {
              Shape sizes = Network.shape(shape);
              add(first, "M[]", sizes, moments.get(FIRST + name));
              add(second, "V[]", sizes, moments.get(SECOND + name));
              NDArray count = manager.create((float) step);
              count.setName("S[]");
              counts.add(count);
            });
    network.parameters().forEach(parameter -> parameter.setRequiresGradient(true));
  }

  private void add(NDList list, String name, Shape shape, HostTensor start) {
    NDArray array = start == null ? manager.zeros(shape) : manager.create(start.floats(), shape);
    array.setName(name);
    list.add(array);
  }

  /// Weight decay and clipping, as the kernels take them.
  NDList options() {
    return new NDList(options);
  }

  /// Parameters and state, as the kernels take them, last.
  NDList state() {
    return Network.arguments(network.parameters(), first, second, counts);
  }

  /// Copies of the parameters and the moments.
  SequencedMap<String, HostTensor> saved() {
    SequencedMap<String, HostTensor> all = new LinkedHashMap<>();
    all.putAll(network.named(PARAMETER, network.parameters()));
    all.putAll(network.named(FIRST, first));
    all.putAll(network.named(SECOND, second));
    return all;
  }

  /// The names and shapes of what `saved` gives.
  static SequencedMap<String, List<Long>> shapes(ModelSpec spec) {
    SequencedMap<String, List<Long>> all = new LinkedHashMap<>();
    for (String prefix : List.of(PARAMETER, FIRST, SECOND)) {
      spec.tensors().forEach((name, shape) -> all.put(prefix + name, shape));
    }
    return all;
  }

  /// The parameters among what `saved` gave.
  static Weights parameters(ModelSpec spec, Map<String, HostTensor> saved) {
    SequencedMap<String, HostTensor> tensors = new LinkedHashMap<>();
    spec.tensors().keySet().forEach(name -> tensors.put(name, saved.get(PARAMETER + name)));
    return Weights.of(spec, tensors);
  }

  @Override
  public void close() {
    manager.close();
  }
}
