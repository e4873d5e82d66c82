package dev.lockstep.examples.library;

import dev.lockstep.machine.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Inputs of `mu/clrs`, the thirty algorithms of the benchmark of Veličković et al. (2022), after
/// "Introduction to Algorithms" by Cormen, Leiserson, Rivest and Stein.
final class ClrsInputs {
  private ClrsInputs() {}

  static Map<String, Function<Draw, Given>> all() {
    return Map.ofEntries(
        Map.entry("insertion-sort", ClrsInputs::list),
        Map.entry("bubble-sort", ClrsInputs::list),
        Map.entry("heap-sort", ClrsInputs::list),
        Map.entry("quick-sort", ClrsInputs::list),
        Map.entry("minimum", draw -> Given.that("xs", draw.ints(draw.positiveLength()))),
        Map.entry("binary-search", ClrsInputs::sortedList),
        Map.entry("quickselect", ClrsInputs::listAndPlace),
        Map.entry("max-subarray", draw -> Given.that("xs", draw.ints(draw.positiveLength()))),
        Map.entry("activity-selection", ClrsInputs::activities),
        Map.entry("task-scheduling", ClrsInputs::tasks),
        Map.entry("matrix-chain", ClrsInputs::matrices),
        Map.entry("longest-common-subsequence", ClrsInputs::twoWords),
        Map.entry("optimal-search-tree", ClrsInputs::searches),
        Map.entry("depth-first-search", ClrsInputs::directed),
        Map.entry("breadth-first-search", ClrsInputs::directedFromSource),
        Map.entry("topological-sort", ClrsInputs::acyclic),
        Map.entry("articulation-points", ClrsInputs::undirected),
        Map.entry("bridges", ClrsInputs::undirected),
        Map.entry("strongly-connected-components", ClrsInputs::directed),
        Map.entry("kruskal", ClrsInputs::undirectedEdges),
        Map.entry("prim", ClrsInputs::undirectedMatrix),
        Map.entry("bellman-ford", ClrsInputs::directedEdges),
        Map.entry("dijkstra", ClrsInputs::matrixFromSource),
        Map.entry("dag-shortest-paths", ClrsInputs::acyclicEdges),
        Map.entry("floyd-warshall", ClrsInputs::matrix),
        Map.entry("naive-string-matcher", ClrsInputs::textAndPattern),
        Map.entry("knuth-morris-pratt", ClrsInputs::textAndPattern),
        Map.entry("segment-intersection", ClrsInputs::segments),
        Map.entry("graham-scan", ClrsInputs::points),
        Map.entry("jarvis-march", ClrsInputs::points));
  }

  private static Given list(Draw draw) {
    return Given.that("xs", draw.ints(draw.length()));
  }

  private static Given sortedList(Draw draw) {
    List<Integer> sorted = draw.ints(draw.length()).stream().sorted().toList();
    boolean among = !sorted.isEmpty() && draw.chance(50);
    return Given.that("xs", sorted).and("x", among ? draw.one(sorted) : draw.between(-110, 110));
  }

  private static Given listAndPlace(Draw draw) {
    int length = draw.positiveLength();
    return Given.that("xs", draw.ints(length)).and("k", draw.below(length));
  }

  private static Given activities(Draw draw) {
    List<Integer> starts = draw.ints(draw.length(), 0, 3 * draw.size());
    return Given.that("starts", starts)
        .and("ends", starts.stream().map(start -> start + draw.between(1, draw.size())).toList());
  }

  private static Given tasks(Draw draw) {
    int length = draw.length();
    return Given.that("deadlines", draw.ints(length, 1, Math.max(1, length)))
        .and("penalties", draw.ints(length, 0, 50));
  }

  private static Given matrices(Draw draw) {
    return Given.that("sizes", draw.ints(1 + draw.positiveLength(), 1, 20));
  }

  private static Given twoWords(Draw draw) {
    String letters = "abcde".substring(0, draw.between(2, 5));
    return Given.that("a", draw.text(draw.length(), letters))
        .and("b", draw.text(draw.length(), letters));
  }

  private static Given searches(Draw draw) {
    int keys = draw.length();
    return Given.that("hits", draw.ints(keys, 0, 20)).and("misses", draw.ints(keys + 1, 0, 20));
  }

  private static Given directed(Draw draw) {
    return Given.that("graph", new Graphs(draw).directed(draw.length()));
  }

  private static Given directedFromSource(Draw draw) {
    int vertices = draw.positiveLength();
    return Given.that("graph", new Graphs(draw).directed(vertices))
        .and("source", draw.below(vertices));
  }

  private static Given acyclic(Draw draw) {
    return Given.that("graph", new Graphs(draw).acyclic(draw.length()));
  }

  private static Given undirected(Draw draw) {
    return Given.that("graph", new Graphs(draw).undirected(draw.length()));
  }

  private static Given undirectedEdges(Draw draw) {
    int vertices = draw.length();
    return Given.that("n", vertices)
        .and("edges", new Graphs(draw).undirectedEdges(vertices, () -> draw.between(-5, 30)));
  }

  private static Given undirectedMatrix(Draw draw) {
    int vertices = draw.positiveLength();
    return Given.that(
        "weights", new Graphs(draw).undirectedMatrix(vertices, () -> draw.between(1, 30)));
  }

  /// A third of these have rather many negative weights, so that there are negative cycles.
  private static Given directedEdges(Draw draw) {
    int vertices = draw.positiveLength();
    int least = draw.one(List.of(0, -1, -8));
    return Given.that("n", vertices)
        .and("edges", new Graphs(draw).directedEdges(vertices, () -> draw.between(least, 20)))
        .and("source", draw.below(vertices));
  }

  private static Given acyclicEdges(Draw draw) {
    int vertices = draw.positiveLength();
    return Given.that("n", vertices)
        .and("edges", new Graphs(draw).acyclicEdges(vertices, () -> draw.between(-20, 20)))
        .and("source", draw.below(vertices));
  }

  private static Given matrix(Draw draw) {
    return Given.that(
        "weights", new Graphs(draw).directedMatrix(draw.length(), () -> draw.between(1, 30)));
  }

  private static Given matrixFromSource(Draw draw) {
    int vertices = draw.positiveLength();
    return Given.that(
            "weights", new Graphs(draw).directedMatrix(vertices, () -> draw.between(1, 30)))
        .and("source", draw.below(vertices));
  }

  /// Of two or three letters, so that there is much to find.
  private static Given textAndPattern(Draw draw) {
    String letters = "abc".substring(0, draw.between(2, 3));
    return Given.that("text", draw.text(3 * draw.length(), letters))
        .and("pattern", draw.text(draw.between(1, Math.min(4, draw.size())), letters));
  }

  private static Given segments(Draw draw) {
    int reach = draw.one(List.of(2, 5, 50));
    return Given.that("a", point(draw, reach))
        .and("b", point(draw, reach))
        .and("c", point(draw, reach))
        .and("d", point(draw, reach));
  }

  private static Given points(Draw draw) {
    int reach = draw.one(List.of(1, 3, 50));
    return Given.that("points", draw.list(draw.positiveLength(), () -> point(draw, reach)));
  }

  private static Value point(Draw draw, int reach) {
    return Given.that("x", draw.between(-reach, reach))
        .and("y", draw.between(-reach, reach))
        .fields();
  }
}
