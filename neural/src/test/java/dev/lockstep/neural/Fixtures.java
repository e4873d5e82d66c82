package dev.lockstep.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Small models and random inputs that many tests use.
final class Fixtures {
  private Fixtures() {}

  /// W slots of a content and an offset, as a looped machine sees its tape.
  static LocalSpec local(int slots, Activation activation) {
    return new LocalSpec(List.of(5, 2), List.of(5, 3), slots, 6, 8, 2, 2, 12, activation);
  }

  static SequenceSpec sequence(PositionScheme positions) {
    return new SequenceSpec(
        List.of(5, 3), List.of(4), 6, 8, 2, 2, 12, Activation.GELU, positions, 96);
  }

  /// Sets of random ids; about a third of the slots are hidden.
  static VisibleSets sets(LocalSpec spec, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    VisibleSets sets = new VisibleSets(spec);
    for (int i = 0; i < count; i++) {
      int[] slots = tuples(random, spec.slotFeatures(), spec.slots());
      for (int slot = 0; slot < spec.slots(); slot++) {
        if (random.nextInt(3) == 0) {
          slots[slot * spec.slotFeatures().size()] = VisibleSets.HIDDEN;
        }
      }
      sets.add(tuples(random, spec.queryFeatures(), 1), slots);
    }
    return sets;
  }

  /// `count` random tuples, one after another.
  static int[] tuples(SplittableRandom random, List<Integer> features, int count) {
    int[] ids = new int[count * features.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = random.nextInt(features.get(i % features.size()));
    }
    return ids;
  }

  static int[] targets(int classes, int count, long seed) {
    return new SplittableRandom(seed).ints(count, 0, classes).toArray();
  }

  /// Weights in which nothing is zero or one by construction, so that nothing is hidden by it.
  static Weights shaken(ModelSpec spec, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Weights weights = Weights.seeded(spec, seed);
    for (Map.Entry<String, HostTensor> entry : weights.tensors().entrySet()) {
      float[] values = entry.getValue().floats();
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) (0.2 * random.nextGaussian());
      }
      weights = weights.with(entry.getKey(), HostTensor.of(entry.getValue().shape(), values));
    }
    return weights;
  }

  static Map<String, NDArray> arrays(NDManager manager, Weights weights) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    weights
        .tensors()
        .forEach(
            (name, tensor) ->
                arrays.put(name, manager.create(tensor.floats(), Network.shape(tensor.shape()))));
    return arrays;
  }

  /// The loss, then its gradient for each parameter, by the kernel.
  static List<float[]> gradients(LocalModel model, VisibleSets sets, int[] targets) {
    Network network = model.network();
    network.parameters().forEach(parameter -> parameter.setRequiresGradient(true));
    return network.changing(
        own -> {
          NDList inputs =
              Network.arguments(
                  model.arrays(own, sets, sets.tuples(), 0, sets.size()),
                  new NDList(own.create(IntStream.of(targets).asLongStream().toArray())),
                  model.constants(),
                  network.parameters());
          return network.train("gradients", inputs).stream().map(NDArray::toFloatArray).toList();
        });
  }
}
