package dev.lockstep.learn;

import dev.lockstep.execute.WindowShape;
import dev.lockstep.neural.Activation;
import dev.lockstep.neural.Decay;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.TrainingPlan;

/// How a looped executor is trained. With the program, the thread count and the kind of machine it
/// determines the weights bit for bit; no clock has a say.
///
/// @param seed draws the inputs, the first weights and the batches
/// @param steps the most optimizer steps; training ends before when every window is sure
/// @param inputs how many seeded inputs are traced
/// @param size the size bound of an input: how long training inputs may be
/// @param traceSteps the most steps of one traced run
/// @param batch windows of one optimizer step
/// @param learningRate the peak
/// @param margin the margin that every window is to reach before training ends
public record LearningPlan(
    long seed,
    int steps,
    int inputs,
    int size,
    long traceSteps,
    int batch,
    double learningRate,
    double margin,
    Network network) {

  /// What the measured examples were learned with.
  public static final LearningPlan DEFAULT =
      new LearningPlan(0, 6000, 256, 10, 2000, 256, 3e-3, 6, new Network(32, 4, 1, 128));

  public LearningPlan {
    if (steps < 1 || inputs < 1 || size < 0 || traceSteps < 1) {
      throw new IllegalArgumentException("steps, inputs and traced steps must be positive");
    }
  }

  public LearningPlan withSeed(long other) {
    return new LearningPlan(
        other, steps, inputs, size, traceSteps, batch, learningRate, margin, network);
  }

  public LearningPlan withSteps(int other) {
    return new LearningPlan(
        seed, other, inputs, size, traceSteps, batch, learningRate, margin, network);
  }

  /// Other inputs to trace: so many, of at most this size.
  public LearningPlan withInputs(int count, int largest) {
    return new LearningPlan(
        seed, steps, count, largest, traceSteps, batch, learningRate, margin, network);
  }

  /// Another margin that every window is to reach.
  public LearningPlan withSureness(double least) {
    return new LearningPlan(
        seed, steps, inputs, size, traceSteps, batch, learningRate, least, network);
  }

  public LearningPlan withNetwork(Network other) {
    return new LearningPlan(
        seed, steps, inputs, size, traceSteps, batch, learningRate, margin, other);
  }

  LocalSpec spec(WindowShape shape) {
    return shape.network(
        network.width, network.heads, network.layers, network.hidden, Activation.RELU);
  }

  TrainingPlan training() {
    return new TrainingPlan(
        seed, steps, batch, learningRate, Math.min(steps, 50), Decay.COSINE, 1e-4, 1);
  }

  /// The size of the network.
  public record Network(int width, int heads, int layers, int hidden) {}
}
