package dev.lockstep.examples.library;

import static dev.lockstep.examples.library.Plain.field;
import static dev.lockstep.examples.library.Plain.number;
import static dev.lockstep.examples.library.Plain.table;

import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/// Oracles of the programs of `mu/everyday` about matrices and boards.
final class GridOracles {
  private GridOracles() {}

  static List<Oracle> all() {
    return List.of(
        Oracle.equal(
            "mu/everyday/matrix-product.mu", "sums of outer products", GridOracles::product),
        Oracle.equal(
            "mu/everyday/transpose.mu",
            "Java, by columns",
            input -> columns(table(field(input, "matrix")))),
        Oracle.equal(
            "mu/everyday/spiral.mu",
            "peeling the top row and turning the rest",
            input -> peeled(table(field(input, "matrix")))),
        Oracle.equal(
            "mu/everyday/determinant.mu",
            "Laplace's expansion",
            input -> determinant(table(field(input, "matrix")))),
        Oracle.equal("mu/everyday/game-of-life.mu", "the living cells as a set", GridOracles::life),
        Oracle.equal(
            "mu/everyday/sudoku-check.mu", "sets of rows, columns, boxes", GridOracles::sudoku),
        Oracle.equal(
            "mu/everyday/flood-fill.mu", "JGraphT `ConnectivityInspector`", GridOracles::filled),
        Oracle.equal("mu/everyday/maze.mu", "JGraphT `BFSShortestPath`", GridOracles::way));
  }

  private static List<List<Integer>> product(Value input) {
    List<List<Integer>> a = table(field(input, "a"));
    List<List<Integer>> b = table(field(input, "b"));
    int[][] sum = new int[a.size()][b.getFirst().size()];
    for (int k = 0; k < b.size(); k++) {
      for (int i = 0; i < a.size(); i++) {
        for (int j = 0; j < b.get(k).size(); j++) {
          sum[i][j] += a.get(i).get(k) * b.get(k).get(j);
        }
      }
    }
    return Stream.of(sum).map(row -> IntStream.of(row).boxed().toList()).toList();
  }

  private static List<List<Integer>> columns(List<List<Integer>> matrix) {
    return IntStream.range(0, matrix.getFirst().size())
        .mapToObj(j -> matrix.stream().map(row -> row.get(j)).toList())
        .toList();
  }

  private static List<Integer> peeled(List<List<Integer>> matrix) {
    if (matrix.isEmpty()) {
      return List.of();
    }
    List<List<Integer>> rest = matrix.subList(1, matrix.size());
    List<List<Integer>> turned = rest.isEmpty() ? rest : columns(rest).reversed();
    return Stream.concat(matrix.getFirst().stream(), peeled(turned).stream()).toList();
  }

  private static long determinant(List<List<Integer>> matrix) {
    if (matrix.isEmpty()) {
      return 1;
    }
    long sum = 0;
    for (int j = 0; j < matrix.size(); j++) {
      int column = j;
      List<List<Integer>> minor =
          matrix.stream()
              .skip(1)
              .map(
                  row ->
                      IntStream.range(0, row.size())
                          .filter(k -> k != column)
                          .mapToObj(row::get)
                          .toList())
              .toList();
      sum += (j % 2 == 0 ? 1 : -1) * matrix.getFirst().get(j) * determinant(minor);
    }
    return sum;
  }

  /// A cell of a grid.
  private record Cell(int row, int column) {
    static List<Cell> of(List<List<Integer>> grid) {
      return IntStream.range(0, grid.size())
          .boxed()
          .flatMap(i -> IntStream.range(0, grid.get(i).size()).mapToObj(j -> new Cell(i, j)))
          .toList();
    }

    int in(List<List<Integer>> grid) {
      return grid.get(row).get(column);
    }
  }

  private static List<List<Integer>> life(Value input) {
    List<List<Integer>> board = table(field(input, "board"));
    Set<Cell> alive =
        Cell.of(board).stream().filter(cell -> cell.in(board) == 1).collect(Collectors.toSet());
    for (int i = 0; i < number(field(input, "generations")); i++) {
      Set<Cell> before = alive;
      Map<Cell, Integer> neighbours = new HashMap<>();
      before.forEach(cell -> around(cell).forEach(it -> neighbours.merge(it, 1, Integer::sum)));
      alive =
          Cell.of(board).stream()
              .filter(
                  cell -> {
                    int count = neighbours.getOrDefault(cell, 0);
                    return count == 3 || (count == 2 && before.contains(cell));
                  })
              .collect(Collectors.toSet());
    }
    return drawn(board, alive, 1, 0);
  }

  private static Stream<Cell> around(Cell cell) {
    return IntStream.range(0, 9)
        .filter(i -> i != 4)
        .mapToObj(i -> new Cell(cell.row() - 1 + i / 3, cell.column() - 1 + i % 3));
  }

  /// A grid as large as the other with one content in some cells and another elsewhere; -1 keeps
  /// what is there.
  private static List<List<Integer>> drawn(
      List<List<Integer>> grid, Set<Cell> some, int inside, int outside) {
    List<List<Integer>> drawn = new ArrayList<>();
    grid.forEach(row -> drawn.add(new ArrayList<>(row)));
    for (Cell cell : Cell.of(grid)) {
      int content = some.contains(cell) ? inside : outside;
      if (content >= 0) {
        drawn.get(cell.row()).set(cell.column(), content);
      }
    }
    return drawn;
  }

  private static boolean sudoku(Value input) {
    List<List<Integer>> grid = table(field(input, "grid"));
    List<List<Integer>> boxes =
        IntStream.range(0, 9)
            .mapToObj(
                box ->
                    IntStream.range(0, 9)
                        .mapToObj(i -> grid.get(box / 3 * 3 + i / 3).get(box % 3 * 3 + i % 3))
                        .toList())
            .toList();
    Set<Integer> digits = IntStream.rangeClosed(1, 9).boxed().collect(Collectors.toSet());
    return Stream.of(grid, columns(grid), boxes)
        .flatMap(List::stream)
        .allMatch(unit -> Set.copyOf(unit).equals(digits));
  }

  /// Cells that share a side and satisfy `joined`, as a graph.
  private static Graph<Cell, DefaultEdge> neighbours(
      List<List<Integer>> grid, BiPredicate<Cell, Cell> joined) {
    Graph<Cell, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    Cell.of(grid).forEach(graph::addVertex);
    for (Cell cell : Cell.of(grid)) {
      Stream.of(new Cell(cell.row() + 1, cell.column()), new Cell(cell.row(), cell.column() + 1))
          .filter(graph::containsVertex)
          .filter(other -> joined.test(cell, other))
          .forEach(other -> graph.addEdge(cell, other));
    }
    return graph;
  }

  private static List<List<Integer>> filled(Value input) {
    List<List<Integer>> picture = table(field(input, "picture"));
    Graph<Cell, DefaultEdge> graph = neighbours(picture, (a, b) -> a.in(picture) == b.in(picture));
    Cell start = new Cell(number(field(input, "row")), number(field(input, "column")));
    return drawn(
        picture,
        new ConnectivityInspector<>(graph).connectedSetOf(start),
        number(field(input, "colour")),
        -1);
  }

  private static int way(Value input) {
    List<List<Integer>> maze = table(field(input, "maze"));
    Graph<Cell, DefaultEdge> graph = neighbours(maze, (a, b) -> a.in(maze) != 1 && b.in(maze) != 1);
    Cell start = new Cell(0, 0);
    Cell end = Cell.of(maze).getLast();
    double steps = new BFSShortestPath<>(graph).getPaths(start).getWeight(end);
    return Double.isFinite(steps) && start.in(maze) != 1 ? (int) steps : -1;
  }
}
