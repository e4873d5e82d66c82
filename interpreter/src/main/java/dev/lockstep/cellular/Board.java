package dev.lockstep.cellular;

import dev.lockstep.grammar.cellular.Boundary;
import dev.lockstep.grammar.cellular.CellularProgram;
import dev.lockstep.grammar.cellular.CellularRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which cells there are and which are neighbours.
final class Board {
  private final Boundary boundary;
  private final List<Cell> neighbourhood = new ArrayList<>(); // as offsets, in the order of windows

  Board(CellularProgram program) {
    this.boundary = program.boundary();
    switch (program.rule()) {
      case CellularRule.Numbered(_, int radius) -> {
        for (int x = -radius; x <= radius; x++) {
          neighbourhood.add(new Cell(x, 0));
        }
      }
      case CellularRule.Totalistic _ -> {
        for (int y = -1; y <= 1; y++) {
          for (int x = -1; x <= 1; x++) {
            neighbourhood.add(new Cell(x, y));
          }
        }
      }
    }
  }

  boolean holds(Cell cell) {
    return switch (boundary) {
      case Boundary.Open() -> true;
      case Boundary.Torus(int width, int height) ->
          cell.x() >= 0 && cell.x() < width && cell.y() >= 0 && cell.y() < height;
    };
  }

  /// The number of the window around `cell`.
  int window(Cell cell, Set<Cell> live) {
    int window = 0;
    for (Cell offset : neighbourhood) {
      window = window << 1 | (live.contains(neighbour(cell, offset)) ? 1 : 0);
    }
    return window;
  }

  private Cell neighbour(Cell cell, Cell offset) {
    int x = cell.x() + offset.x();
    int y = cell.y() + offset.y();
    return switch (boundary) {
      case Boundary.Open() -> new Cell(x, y);
      case Boundary.Torus(int width, int height) ->
          new Cell(Math.floorMod(x, width), Math.floorMod(y, height));
    };
  }

  /// Every cell that a quiet rule could change: the live ones and their neighbours.
  Set<Cell> near(Set<Cell> live) {
    Set<Cell> near = new LinkedHashSet<>();
    for (Cell cell : live) {
      neighbourhood.forEach(offset -> near.add(neighbour(cell, offset)));
    }
    return near;
  }

  /// Every cell of a torus.
  static Set<Cell> all(Boundary.Torus torus) {
    Set<Cell> all = new LinkedHashSet<>();
    for (int y = 0; y < torus.height(); y++) {
      for (int x = 0; x < torus.width(); x++) {
        all.add(new Cell(x, y));
      }
    }
    return all;
  }
}
