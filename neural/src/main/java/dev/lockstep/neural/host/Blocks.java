package dev.lockstep.neural.host;

/// Blocks of numbers: arrays that are computed over have room for whole ones.
public final class Blocks {
  /// How many numbers stand in a block; they fill a cache line.
  public static final int SIZE = 16;

  /// An array's numbers begin 16 bytes behind the object. Where objects begin with a cache line
  /// (`-XX:ObjectAlignmentInBytes=64`), so do numbers from this one on, and no vector of a block
  /// takes two lines: training steps take two thirds of the time.
  public static final int FIRST = SIZE - 4;

  private Blocks() {}

  /// `count` rounded up to whole blocks.
  public static int room(int count) {
    return (count + SIZE - 1) / SIZE * SIZE;
  }

  /// Whether this process computes them with vectors.
  public static boolean vectors() {
    return Loops.best().vectors();
  }
}
