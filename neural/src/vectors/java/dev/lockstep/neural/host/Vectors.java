package dev.lockstep.neural.host;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// This machine's vectors, of which a whole number makes a block, and functions of them.
public final class Vectors {
  /// Their kind.
  public static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > Blocks.SIZE
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  /// Below, e^x is no normal float.
  public static final float LEAST = Curves.LEAST;

  private static final int LENGTH = SPECIES.length();
  private static final VectorShuffle<Float> BY_8 = SPECIES.shuffleFromOp(i -> i ^ 8 % LENGTH);
  private static final VectorShuffle<Float> BY_4 = SPECIES.shuffleFromOp(i -> i ^ 4 % LENGTH);
  private static final VectorShuffle<Float> BY_2 = SPECIES.shuffleFromOp(i -> i ^ 2 % LENGTH);
  private static final VectorShuffle<Float> BY_1 = SPECIES.shuffleFromOp(i -> i ^ 1 % LENGTH);

  private Vectors() {}

  /// Numbers of an array from an index on.
  public static FloatVector load(float[] x, int index) {
    return FloatVector.fromArray(SPECIES, x, index);
  }

  /// One number in all lanes.
  public static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  /// The sum of all lanes in every lane. The order is ours: that of `reduceLanes` may change from
  /// call to call.
  public static FloatVector total(FloatVector v) {
    FloatVector sum = v;
    if (LENGTH > 8) {
      sum = sum.add(sum.rearrange(BY_8));
    }
    if (LENGTH > 4) {
      sum = sum.add(sum.rearrange(BY_4));
    }
    if (LENGTH > 2) {
      sum = sum.add(sum.rearrange(BY_2));
    }
    return sum.add(sum.rearrange(BY_1));
  }

  /// Exponentials, as `Curves` has them.
  public static FloatVector exp(FloatVector x) {
    FloatVector v = x.max(Curves.LEAST);
    FloatVector near = v.fma(Curves.LOG2_E, Curves.ROUNDER);
    FloatVector k = near.sub(Curves.ROUNDER);
    FloatVector r = k.fma(all(-Curves.LN2_LOW), k.fma(all(-Curves.LN2_HIGH), v));
    FloatVector p = r.fma(1f / 5040, 1f / 720);
    p = p.fma(r, all(1f / 120));
    p = p.fma(r, all(1f / 24));
    p = p.fma(r, all(1f / 6));
    p = p.fma(r, all(1f / 2));
    p = p.fma(r, all(1));
    FloatVector power =
        near.reinterpretAsInts()
            .lanewise(VectorOperators.LSHL, 23)
            .add(Curves.ONE)
            .reinterpretAsFloats();
    return p.fma(r, all(1)).mul(power);
  }
}
