package dev.lockstep.neural.host;

/// Loops written with this machine's vectors, of which a whole number makes a block.
final class VectorLoops implements Loops {
  @Override
  public Matrix matrix(int rows, int columns) {
    return new PanelMatrix(rows, columns);
  }

  @Override
  public Memory memory(int heads, int part, int capacity) {
    return new PanelMemory(heads, part, capacity);
  }

  @Override
  public Curves curves(int most) {
    return new VectorCurves();
  }
}
