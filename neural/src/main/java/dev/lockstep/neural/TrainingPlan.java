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
/// @param parts a batch is gone through in so many parts, whose gradients are summed before the
///   step: less memory, the same step but for rounding
/// @param noise the deviation of normal noise added to each gradient, falling with the square root
///   of the step's number (Neelakantan et al. 2015); 0 for none
public record TrainingPlan(
    long seed,
    long steps,
    int batch,
    double learningRate,
    long warmUp,
    Decay decay,
    double weightDecay,
    double clip,
    int parts,
    double noise) {

  /// A plan with whole batches and without noise.
  public TrainingPlan(
      long seed,
      long steps,
      int batch,
      double learningRate,
      long warmUp,
      Decay decay,
      double weightDecay,
      double clip) {
    this(seed, steps, batch, learningRate, warmUp, decay, weightDecay, clip, 1, 0);
  }

  public TrainingPlan {
    SpecChecks.between("steps", steps, 1, Long.MAX_VALUE);
    SpecChecks.between("batch", batch, 1, 1 << 24);
    SpecChecks.between("warmUp", warmUp, 0, steps);
    if (!(learningRate >= 0) || !(weightDecay >= 0) || !(clip > 0)) {
      throw new IllegalArgumentException(
          "expected learningRate >= 0, weightDecay >= 0 and clip > 0, found %s, %s and %s"
              .formatted(learningRate, weightDecay, clip));
    }
    SpecChecks.between("parts", parts, 1, batch);
    if (!(noise >= 0)) {
      throw new IllegalArgumentException("expected noise >= 0, found " + noise);
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

  /// This plan with batches in parts.
  public TrainingPlan inParts(int number) {
    return new TrainingPlan(
        seed, steps, batch, learningRate, warmUp, decay, weightDecay, clip, number, noise);
  }

  /// This plan with noise on the gradients.
  public TrainingPlan withNoise(double deviation) {
    return new TrainingPlan(
        seed, steps, batch, learningRate, warmUp, decay, weightDecay, clip, parts, deviation);
  }

  /// For trainers that know neither.
  void demandWholeAndQuiet() {
    if (parts != 1 || noise != 0) {
      throw new IllegalArgumentException("this trainer takes whole batches and adds no noise");
    }
  }
}
