package dev.lockstep.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lockstep.neural.Checkpoint;
import dev.lockstep.neural.Network;
import dev.lockstep.neural.Optimizer;
import dev.lockstep.neural.blocks.Scene;
import dev.lockstep.neural.gradients.HostGradients;
import dev.lockstep.neural.gradients.HostLesson;
import java.util.Optional;

/// Gradients in Java; everything else, and lessons that are not covered there, by kernels.
record HostRoute(FusedRoute kernels, HostGradients gradients) implements Route {
  @Override
  public Scene.Form form() {
    return kernels.form();
  }

  @Override
  public NDList logits(NDManager own, NDList scenes) {
    return kernels.logits(own, scenes);
  }

  @Override
  public double[] learn(NDManager own, Lesson lesson, double rate, Optimizer optimizer) {
    if (!covers(lesson)) {
      return kernels.learn(own, lesson, rate, optimizer);
    }
    NDList sums = new NDList();
    double[] measured = gradients(own, lesson, sums);
    kernels.apply(own, rate, optimizer, sums);
    return measured;
  }

  @Override
  public double[] gather(NDManager own, Lesson lesson, NDList sums) {
    if (!covers(lesson)) {
      return kernels.gather(own, lesson, sums);
    }
    NDList found = new NDList();
    double[] measured = gradients(own, lesson, found);
    for (int i = 0; i < found.size(); i++) {
      sums.get(i).addi(found.get(i));
    }
    return measured;
  }

  private boolean covers(Lesson lesson) {
    return Formula.covers(lesson.scenes()) && gradients.covers(shape(lesson).get(1));
  }

  private static Shape shape(Lesson lesson) {
    return Scene.Part.TOKENS.in(lesson.scenes()).getShape();
  }

  /// Loss and accuracy; the gradients become arrays named `G[]`.
  private double[] gradients(NDManager own, Lesson lesson, NDList found) {
    NDList arrays = kernels.network().parameters();
    float[][] parameters = new float[arrays.size()][];
    float[][] sums = new float[arrays.size()][];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = arrays.get(i).toFloatArray();
      sums[i] = new float[parameters[i].length];
    }
    double[] measured = gradients.learn(parameters, onHost(lesson), sums);
    for (int i = 0; i < sums.length; i++) {
      NDArray gradient = own.create(sums[i], arrays.get(i).getShape());
      gradient.setName("G[]");
      found.add(gradient);
    }
    return measured;
  }

  private static HostLesson onHost(Lesson lesson) {
    NDList scenes = lesson.scenes();
    NDArray mask = Scene.Part.MASK.in(scenes);
    return new HostLesson(
        Math.toIntExact(shape(lesson).get(0)),
        Math.toIntExact(shape(lesson).get(1)),
        Scene.Part.TOKENS.in(scenes).toLongArray(),
        longs(Scene.Part.PLACES.in(scenes)),
        Scene.Part.ADDED.in(scenes).toFloatArray(),
        Scene.Part.COSINES.in(scenes).toFloatArray(),
        Scene.Part.SINES.in(scenes).toFloatArray(),
        mask.isEmpty() ? Optional.empty() : Optional.of(mask(mask)),
        Scene.Part.TEMPER.in(scenes).toFloatArray(),
        Scene.Part.HEARING.in(scenes).toFloatArray(),
        lesson.asked().get(0).toLongArray(),
        lesson.asked().get(1).toLongArray(),
        lesson.asked().get(2).toFloatArray());
  }

  /// What is not there is of the numbers' type.
  private static long[] longs(NDArray array) {
    return array.isEmpty() ? new long[0] : array.toLongArray();
  }

  private static HostLesson.Mask mask(NDArray mask) {
    Shape shape = mask.getShape();
    return new HostLesson.Mask(
        Math.toIntExact(shape.get(0)), Math.toIntExact(shape.get(1)), mask.toFloatArray());
  }

  @Override
  public void apply(NDManager own, double rate, Optimizer optimizer, NDList sums) {
    kernels.apply(own, rate, optimizer, sums);
  }

  @Override
  public Network network() {
    return kernels.network();
  }

  @Override
  public String gradientsBy() {
    return Checkpoint.VECTORS;
  }
}
