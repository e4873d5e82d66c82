package dev.lockstep.cellular;

import org.pcollections.PSet;

/// One generation.
///
/// @param generation from 0
/// @param last the generation in which the run halts
/// @param live the cells that are alive
public record CellularConfiguration(long generation, long last, PSet<Cell> live) {
  /// The last generation of a run without an end.
  public static final long ENDLESS = Long.MAX_VALUE;

  public boolean over() {
    return generation == last;
  }

  @Override
  public String toString() {
    return "generation " + generation + ", " + live.size() + " alive: " + Patterns.print(live);
  }
}
