package dev.lockstep.examples.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Inputs of the programs of `mu/everyday` about matrices and boards.
final class GridInputs {
  private GridInputs() {}

  static Map<String, Function<Draw, Given>> all() {
    return Map.ofEntries(
        Map.entry("matrix-product", GridInputs::twoMatrices),
        Map.entry("transpose", GridInputs::matrix),
        Map.entry("spiral", GridInputs::matrix),
        Map.entry("determinant", GridInputs::square),
        Map.entry("game-of-life", GridInputs::board),
        Map.entry("sudoku-check", GridInputs::sudoku),
        Map.entry("flood-fill", GridInputs::picture),
        Map.entry("maze", GridInputs::maze));
  }

  /// Grids grow with the square of their side, so sides stay small.
  private static int side(Draw draw) {
    return draw.between(1, Math.max(1, Math.min(draw.size(), 6)));
  }

  private static Given twoMatrices(Draw draw) {
    int shared = side(draw);
    return Given.that("a", draw.table(side(draw), shared, -9, 9))
        .and("b", draw.table(shared, side(draw), -9, 9));
  }

  private static Given matrix(Draw draw) {
    return Given.that("matrix", draw.table(side(draw), side(draw), -99, 99));
  }

  /// Small entries, so that zeros and singular matrices occur.
  private static Given square(Draw draw) {
    int side = Math.min(5, side(draw));
    int reach = draw.one(List.of(1, 2, 20));
    return Given.that("matrix", draw.table(side, side, -reach, reach));
  }

  private static Given board(Draw draw) {
    return Given.that("board", draw.table(side(draw), side(draw), 0, 1))
        .and("generations", draw.between(0, 3));
  }

  private static Given picture(Draw draw) {
    int rows = side(draw);
    int columns = side(draw);
    return Given.that("picture", draw.table(rows, columns, 0, draw.between(0, 2)))
        .and("row", draw.below(rows))
        .and("column", draw.below(columns))
        .and("colour", draw.between(0, 3));
  }

  private static Given maze(Draw draw) {
    int walls = draw.one(List.of(10, 30, 40));
    int columns = side(draw);
    return Given.that(
        "maze", draw.list(side(draw), () -> draw.list(columns, () -> draw.chance(walls) ? 1 : 0)));
  }

  /// A right one with digits, rows and columns exchanged; half of them with one or two slips.
  private static Given sudoku(Draw draw) {
    List<Integer> digits = draw.permutation(9);
    List<Integer> rows = bands(draw);
    List<Integer> columns = bands(draw);
    List<List<Integer>> grid = new ArrayList<>();
    for (int i : rows) {
      grid.add(
          new ArrayList<>(
              columns.stream().map(j -> 1 + digits.get((3 * i + i / 3 + j) % 9)).toList()));
    }
    if (draw.chance(50)) {
      grid.get(draw.below(9)).set(draw.below(9), draw.between(0, 10));
      List<Integer> row = grid.get(draw.below(9));
      row.add(draw.below(8), row.removeLast());
    }
    return Given.that("grid", grid);
  }

  /// The numbers below nine with threes exchanged, and within each three.
  private static List<Integer> bands(Draw draw) {
    return draw.permutation(3).stream()
        .flatMap(band -> draw.permutation(3).stream().map(i -> 3 * band + i))
        .toList();
  }
}
