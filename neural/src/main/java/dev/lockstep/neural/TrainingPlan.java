package dev.lockstep.neural;

/// How a network is trained: everything that, with the pool of examples, determines the result.
///
/// @param seed draws the examples of each step
/// @param steps the planned number of steps; the learning rate has decayed by then
/// @param batch the number of examples of a step
/// @param learningRate the peak, after the warm-up
/// @param warmUp the number of steps over which the rate rises from 0
/// @param weightDecay per step, times the rate, on all parameters (Loshchilov and Hutter 2019)
/// @param clip the largest norm of the gradient of all parameters; infinity for no clipping
public record TrainingPlan(
    long seed,
    long steps,
    int batch,
    double learningRate,
    long warmUp,
    Decay decay,
    double weightDecay,
    double clip) {

  public TrainingPlan {
    SpecChecks.between("steps", steps, 1, Long.MAX_VALUE);
    SpecChecks.between("batch", batch, 1, 1 << 24);
    SpecChecks.between("warmUp", warmUp, 0, steps);
    if (!(learningRate >= 0) || !(weightDecay >= 0) || !(clip > 0)) {
      throw new IllegalArgumentException(
          "expected learningRate >= 0, weightDecay >= 0 and clip > 0, found %s, %s and %s"
              .formatted(learningRate, weightDecay, clip));
    }
  }

  /// The learning rate of step `step`, counted from 0; steps beyond the plan keep the last rate.
  public double rate(long step) {
    if (step < warmUp) {
      return learningRate * (step + 1) / (warmUp + 1);
    }
    double done = Math.min(1.0, (step - warmUp) / (double) Math.max(1, steps - warmUp));
    return switch (decay) {
      case CONSTANT -> learningRate;
      case LINEAR -> learningRate * (1 - done);
      case COSINE -> learningRate * 0.5 * (1 + StrictMath.cos(Math.PI * done));
    };
  }
}
