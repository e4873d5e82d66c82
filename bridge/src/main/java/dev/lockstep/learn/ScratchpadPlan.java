package dev.lockstep.learn;

import dev.lockstep.neural.Decay;
import dev.lockstep.neural.PositionScheme;
import dev.lockstep.neural.TrainingPlan;

/// How a scratchpad executor is trained. With the program, the thread count and the kind of machine
/// it determines the weights bit for bit; no clock has a say.
///
/// @param seed draws the inputs, the first weights and the batches
/// @param steps the optimizer steps
/// @param inputs how many seeded inputs are traced
/// @param size the size bound of an input: how long training inputs may be
/// @param traceSteps the most steps of one traced run; longer runs give way to those of smaller
///   inputs, and where there are none they are cut
/// @param batch tokens of one optimizer step in inductive mode, runs in full mode
/// @param learningRate the peak
public record ScratchpadPlan(
    long seed,
    int steps,
    int inputs,
    int size,
    long traceSteps,
    int batch,
    double learningRate,
    LearningPlan.Network network,
    Mode mode) {

  /// What the next token is said from.
  public enum Mode {
    /// The question's slice and the steps in sight: the notation's visible set.
    INDUCTIVE(PositionScheme.NONE),
    /// Everything so far, with learned absolute positions.
    ABSOLUTE(PositionScheme.LEARNED),
    /// Everything so far, with rotary positions.
    ROTARY(PositionScheme.ROTARY);

    private final PositionScheme positions;

    Mode(PositionScheme positions) {
      this.positions = positions;
    }

    PositionScheme positions() {
      return positions;
    }
  }

  /// What the measured examples were learned with.
  public static final ScratchpadPlan DEFAULT =
      new ScratchpadPlan(
          0,
          1000,
          400,
          10,
          500,
          256,
          3e-3,
          new LearningPlan.Network(64, 4, 1, 256),
          Mode.INDUCTIVE);

  /// The same for full mode: batches of whole runs, two layers.
  public static final ScratchpadPlan FULL =
      new ScratchpadPlan(
          0, 400, 400, 10, 500, 16, 3e-3, new LearningPlan.Network(64, 4, 2, 256), Mode.ABSOLUTE);

  public ScratchpadPlan {
    if (steps < 1 || inputs < 1 || size < 0 || traceSteps < 1) {
      throw new IllegalArgumentException("steps, inputs and traced steps must be positive");
    }
  }

  public ScratchpadPlan withSeed(long other) {
    return new ScratchpadPlan(
        other, steps, inputs, size, traceSteps, batch, learningRate, network, mode);
  }

  public ScratchpadPlan withSteps(int other) {
    return new ScratchpadPlan(
        seed, other, inputs, size, traceSteps, batch, learningRate, network, mode);
  }

  /// Other inputs to trace: so many, of at most this size.
  public ScratchpadPlan withInputs(int count, int largest) {
    return new ScratchpadPlan(
        seed, steps, count, largest, traceSteps, batch, learningRate, network, mode);
  }

  public ScratchpadPlan withNetwork(LearningPlan.Network other) {
    return new ScratchpadPlan(
        seed, steps, inputs, size, traceSteps, batch, learningRate, other, mode);
  }

  public ScratchpadPlan withMode(Mode other) {
    return new ScratchpadPlan(
        seed, steps, inputs, size, traceSteps, batch, learningRate, network, other);
  }

  public ScratchpadPlan withLearningRate(double other) {
    return new ScratchpadPlan(seed, steps, inputs, size, traceSteps, batch, other, network, mode);
  }

  public ScratchpadPlan withBatch(int other) {
    return new ScratchpadPlan(
        seed, steps, inputs, size, traceSteps, other, learningRate, network, mode);
  }

  TrainingPlan training() {
    return new TrainingPlan(
        seed, steps, batch, learningRate, Math.min(steps, 50), Decay.COSINE, 1e-4, 1);
  }
}
