package dev.lockstep.cellular;

import java.util.List;

/// What one generation changes: the cells that come alive and those that die, each line by line.
public record Flips(List<Cell> born, List<Cell> died) {
  public Flips {
    born = List.copyOf(born);
    died = List.copyOf(died);
  }

  @Override
  public String toString() {
    return "born " + born + ", died " + died;
  }
}
