package dev.lockstep.grammar.cellular;

/// What lies beyond the edge of the board.
public sealed interface Boundary {
  /// Nothing: the board is endless, and dead but for finitely many cells.
  record Open() implements Boundary {}

  /// The opposite edge. A row has the height 1.
  record Torus(int width, int height) implements Boundary {
    /// The most cells of a board.
    public static final long MOST_CELLS = 1L << 26;

    public Torus {
      if (width < 1 || height < 1 || (long) width * height > MOST_CELLS) {
        throw new IllegalArgumentException("not a board: " + width + "x" + height);
      }
    }
  }
}
