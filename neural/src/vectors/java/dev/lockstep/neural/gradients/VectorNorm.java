package dev.lockstep.neural.gradients;

import static dev.lockstep.neural.host.Vectors.all;
import static dev.lockstep.neural.host.Vectors.load;

import dev.lockstep.neural.host.Vectors;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Layer norm of one row there and back.
final class VectorNorm {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;
  private static final int LENGTH = SPECIES.length();

  private VectorNorm() {}

  static void norm(
      float[] x,
      int from,
      float[] plus,
      int width,
      float[] scale,
      float[] shift,
      float[] y,
      int to,
      float[] stats,
      int row) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < width; i += LENGTH) {
      FloatVector v = load(x, from + i).add(load(plus, i));
      v.intoArray(x, from + i);
      sum = sum.add(v);
    }
    FloatVector mean = Vectors.total(sum).mul(1f / width);
    FloatVector squares = FloatVector.zero(SPECIES);
    for (int i = 0; i < width; i += LENGTH) {
      FloatVector apart = load(x, from + i).sub(mean);
      squares = apart.fma(apart, squares);
    }
    FloatVector deviation =
        Vectors.total(squares).mul(1f / width).add((float) Passes.EPSILON).sqrt();
    FloatVector over = all(1).div(deviation);
    for (int i = 0; i < width; i += LENGTH) {
      FloatVector level = load(x, from + i).sub(mean).mul(over);
      level.fma(load(scale, i), load(shift, i)).intoArray(y, to + i);
    }
    stats[2 * row] = mean.lane(0);
    stats[2 * row + 1] = over.lane(0);
  }

  static void unnorm(
      float[] dy,
      int from,
      float[] x,
      int at,
      float center,
      float factor,
      int width,
      float[] scale,
      float[] d,
      int to,
      float[] toScale,
      float[] toShift,
      float[] toPlus) {
    FloatVector mean = all(center);
    FloatVector over = all(factor);
    FloatVector sum = FloatVector.zero(SPECIES);
    FloatVector along = FloatVector.zero(SPECIES);
    for (int i = 0; i < width; i += LENGTH) {
      FloatVector g = load(dy, from + i).mul(load(scale, i));
      FloatVector level = load(x, at + i).sub(mean).mul(over);
      sum = sum.add(g);
      along = g.fma(level, along);
    }
    sum = Vectors.total(sum).mul(1f / width);
    along = Vectors.total(along).mul(1f / width);
    for (int i = 0; i < width; i += LENGTH) {
      FloatVector given = load(dy, from + i);
      FloatVector level = load(x, at + i).sub(mean).mul(over);
      given.fma(level, load(toScale, i)).intoArray(toScale, i);
      load(toShift, i).add(given).intoArray(toShift, i);
      FloatVector rest = given.mul(load(scale, i)).sub(sum).sub(level.mul(along));
      FloatVector now = rest.fma(over, load(d, to + i));
      now.intoArray(d, to + i);
      load(toPlus, i).add(now).intoArray(toPlus, i);
    }
  }
}
