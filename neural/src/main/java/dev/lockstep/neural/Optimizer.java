package dev.lockstep.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The state of AdamW for one network: a first and a second moment and a step count for each
/// parameter. Lives in native memory until closed.
public final class Optimizer implements AutoCloseable {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.98;
  private static final double EPSILON = 1e-8;
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
  public Optimizer(Network network, TrainingPlan plan, long step, Map<String, HostTensor> moments) {
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
    NDArray array = start == null ? manager.zeros(shape, type()) : Network.create(manager, start);
    array.setName(name);
    list.add(array);
  }

  private DataType type() {
    return network.spec().element() == HostTensor.ElementType.F64
        ? DataType.FLOAT64
        : DataType.FLOAT32;
  }

  /// Weight decay and clipping, as the kernels take them.
  public NDList options() {
    return new NDList(options);
  }

  /// Parameters and state, as the kernels take them, last.
  public NDList state() {
    return Network.arguments(network.parameters(), first, second, counts);
  }

  /// One step of AdamW in plain DJL operations, as the kernels take it.
  ///
  /// @param gradients in the order of the parameters; clipping scales them in place
  public void stepPlainly(NDManager own, double rate, NDList gradients) {
    double[] decayAndClip = options.toDoubleArray();
    double square = 0;
    for (NDArray gradient : gradients) {
      try (NDArray wide = gradient.toType(DataType.FLOAT64, true)) {
        square += wide.mul(wide).sum().getDouble();
      }
    }
    double scale = Math.min(1, decayAndClip[1] / (Math.sqrt(square) + 1e-6));
    for (int i = 0; i < gradients.size(); i++) {
      NDArray gradient = gradients.get(i).muli(scale);
      double count = counts.get(i).addi(1).getFloat();
      NDArray parameter = network.parameters().get(i);
      NDArray m = first.get(i);
      NDArray v = second.get(i);
      try (NDManager temporary = own.newSubManager()) {
        temporary.tempAttachAll(gradient, parameter, m, v);
        m.muli(BETA1).addi(gradient.mul(1 - BETA1));
        v.muli(BETA2).addi(gradient.mul(gradient).mul(1 - BETA2));
        NDArray root = v.div(1 - Math.pow(BETA2, count)).sqrt().add(EPSILON);
        NDArray along = m.mul(rate / (1 - Math.pow(BETA1, count))).div(root);
        parameter.setRequiresGradient(false); // what has gradients is not changed in place
        parameter.muli(1 - rate * decayAndClip[0]).subi(along);
        parameter.setRequiresGradient(true);
      }
    }
  }

  /// Copies of the parameters and the moments.
  public SequencedMap<String, HostTensor> saved() {
    SequencedMap<String, HostTensor> all = new LinkedHashMap<>();
    all.putAll(network.named(PARAMETER, network.parameters()));
    all.putAll(network.named(FIRST, first));
    all.putAll(network.named(SECOND, second));
    return all;
  }

  /// The names and shapes of what `saved` gives.
  public static SequencedMap<String, List<Long>> shapes(NetworkSpec spec) {
    SequencedMap<String, List<Long>> all = new LinkedHashMap<>();
    for (String prefix : List.of(PARAMETER, FIRST, SECOND)) {
      spec.tensors().forEach((name, shape) -> all.put(prefix + name, shape));
    }
    return all;
  }

  /// The parameters among what `saved` gave.
  public static Weights parameters(NetworkSpec spec, Map<String, HostTensor> saved) {
    SequencedMap<String, HostTensor> tensors = new LinkedHashMap<>();
    spec.tensors().keySet().forEach(name -> tensors.put(name, saved.get(PARAMETER + name)));
    return Weights.of(spec, tensors);
  }

  @Override
  public void close() {
    manager.close();
  }
}
