package dev.lockstep.neural.engine;

import ai.djl.util.Utils;
import dev.lockstep.neural.Activation;
import dev.lockstep.neural.Decay;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.TrainingPlan;
import dev.lockstep.neural.Weights;
import dev.lockstep.neural.transformer.Attention;
import dev.lockstep.neural.transformer.Depth;
import dev.lockstep.neural.transformer.FeedForward;
import dev.lockstep.neural.transformer.Norm;
import dev.lockstep.neural.transformer.Places;
import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.Sample;
import dev.lockstep.neural.transformer.Stack;
import dev.lockstep.neural.transformer.TransformerSpec;
import dev.lockstep.neural.transformer.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Whether the kernels compute on this device what the plain blocks do.
public final class SelfCheck {
  private static final double FORWARD_BOUND = 1e-4; // float32, sums of a few hundred terms
  private static final double TRAINED_BOUND = 1e-9; // float64, so that AdamW magnifies nothing

  private SelfCheck() {}

  /// One comparison.
  ///
  /// @param difference the greatest of any number
  public record Result(String name, double difference, double bound) {
    public boolean holds() {
      return difference <= bound;
    }
  }

  /// Logits of a batch, and weights after two training steps, for one network of each kind.
  public static List<Result> run(Hardware hardware) {
    List<Result> results = new ArrayList<>();
    kinds()
        .forEach(
            (name, spec) -> {
              results.add(new Result(name + ", logits", forward(spec, hardware), FORWARD_BOUND));
              results.add(
                  new Result(name + ", trained", trained(spec.doubled(), hardware), TRAINED_BOUND));
            });
    return results;
  }

  /// Where the engine's native library was unpacked.
  public static String natives() {
    return Utils.getEngineCacheDir("pytorch").toString();
  }

  private static Map<String, TransformerSpec> kinds() {
    Stack stack =
        new Stack(
            List.of(11),
            new Positions.Rotary(10_000, new Places.Order()),
            Attention.of(2, new Visibility.Causal()),
            new FeedForward(32, Activation.GELU, false),
            Norm.PRE,
            2,
            Depth.ONCE);
    Map<String, TransformerSpec> kinds = new LinkedHashMap<>();
    put(kinds, "causal decoder", stack, it -> it);
    put(
        kinds,
        "encoder, RMS norm, gated",
        stack,
        it ->
            it.with(Attention.of(2, new Visibility.Everything()))
                .with(new Norm(Norm.Kind.RMS, Norm.Placed.POST))
                .with(new FeedForward(32, Activation.RELU, true)));
    put(
        kinds,
        "window with learned bias",
        stack,
        it ->
            it.with(
                    Attention.of(
                        2,
                        new Visibility.Both(
                            new Visibility.Causal(), new Visibility.Window(Visibility.ORDER, 3))))
                .with(new Positions.ClippedBias(2, new Places.Order())));
    put(kinds, "adaptive depth", stack, it -> it.with(new Depth.Adaptive(4, 0.05, true)));
    return kinds;
  }

  private static void put(
      Map<String, TransformerSpec> kinds, String name, Stack base, UnaryOperator<Stack> change) {
    kinds.put(name, TransformerSpec.of(11, 16, change.apply(base)));
  }

  /// Long enough for windows to be compared in blocks.
  private static List<Sample> samples() {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, 2)
        .mapToObj(
            _ ->
                Sample.of(random.ints(128, 0, 11).toArray())
                    .withTargets(random.ints(128, 0, 11).toArray()))
        .toList();
  }

  private static double forward(TransformerSpec spec, Hardware hardware) {
    Weights weights = Weights.seeded(spec, 1);
    List<Sample> samples = samples();
    try (TransformerModel fused = TransformerModel.of(spec, weights, hardware);
        TransformerModel plain = TransformerModel.plain(spec, weights, hardware)) {
      List<HostTensor> found = fused.logits(samples);
      List<HostTensor> expected = plain.logits(samples);
      return IntStream.range(0, samples.size())
          .mapToDouble(i -> apart(found.get(i), expected.get(i)))
          .max()
          .orElseThrow();
    }
  }

  private static double trained(TransformerSpec spec, Hardware hardware) {
    Weights weights = Weights.seeded(spec, 2);
    try (TransformerModel fused = TransformerModel.of(spec, weights, hardware);
        TransformerModel plain = TransformerModel.plain(spec, weights, hardware)) {
      Map<String, HostTensor> found = afterTraining(fused);
      Map<String, HostTensor> expected = afterTraining(plain);
      return found.entrySet().stream()
          .mapToDouble(entry -> apart(entry.getValue(), expected.get(entry.getKey())))
          .max()
          .orElseThrow();
    }
  }

  private static Map<String, HostTensor> afterTraining(TransformerModel model) {
    TrainingPlan plan = new TrainingPlan(1, 2, 2, 1e-3, 0, Decay.CONSTANT, 1e-2, 1);
    try (TransformerTrainer trainer = new TransformerTrainer(model, plan)) {
      trainer.pool(samples());
      trainer.advance(2);
    }
    return model.weights().tensors();
  }

  /// Not a number where one of them is not.
  private static double apart(HostTensor one, HostTensor other) {
    double[] a = one.as(HostTensor.ElementType.F64).doubles();
    double[] b = other.as(HostTensor.ElementType.F64).doubles();
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = Math.abs(a[i] - b[i]);
      most = Double.isNaN(difference) ? Double.NaN : Math.max(most, difference);
    }
    return most;
  }
}
