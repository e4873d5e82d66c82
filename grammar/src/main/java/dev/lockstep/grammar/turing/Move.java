package dev.lockstep.grammar.turing;

/// Where the head goes after writing, named as in the files.
public enum Move {
  /// One cell to the left.
  L(-1),
  /// One cell to the right.
  R(1),
  /// Nowhere.
  N(0);

  private final int offset;

  Move(int offset) {
    this.offset = offset;
  }

  /// What the move adds to the head's coordinate: -1, 0 or 1.
  public int offset() {
    return offset;
  }
}
