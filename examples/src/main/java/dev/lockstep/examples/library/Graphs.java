package dev.lockstep.examples.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Graphs as the programs take them, some thin, some dense, some empty.
final class Graphs {
  private final Draw draw;

  /// How many of 100 possible edges there are.
  private final int density;

  Graphs(Draw draw) {
    this.draw = draw;
    this.density = draw.one(List.of(0, 10, 20, 30, 50, 80));
  }

  /// Pairs of different vertices, each with the chance of the density; with `ways` 2 both ways are
  /// drawn apart, else each pair is drawn once, the lesser vertex first.
  private List<List<Integer>> pairs(int vertices, int ways) {
    List<List<Integer>> pairs = new ArrayList<>();
    for (int v = 0; v < vertices; v++) {
      for (int w = ways == 2 ? 0 : v + 1; w < vertices; w++) {
        if (v != w && draw.chance(density)) {
          pairs.add(List.of(v, w));
        }
      }
    }
    return draw.shuffled(pairs);
  }

  /// For each vertex the vertices that edges lead to, in no order; some lead to their own vertex.
  List<List<Integer>> directed(int vertices) {
    List<List<Integer>> edges = new ArrayList<>(pairs(vertices, 2));
    IntStream.range(0, vertices).filter(_ -> draw.chance(5)).forEach(v -> edges.add(List.of(v, v)));
    return targets(vertices, edges);
  }

  /// Without cycles; the order of the vertices says nothing.
  List<List<Integer>> acyclic(int vertices) {
    return targets(vertices, forward(vertices));
  }

  /// Every edge in the lists of both its ends.
  List<List<Integer>> undirected(int vertices) {
    List<List<Integer>> edges =
        pairs(vertices, 1).stream().flatMap(pair -> Stream.of(pair, pair.reversed())).toList();
    return targets(vertices, draw.shuffled(edges));
  }

  /// Edges `[from, to, weight]`.
  List<List<Integer>> directedEdges(int vertices, IntSupplier weight) {
    return weighted(pairs(vertices, 2), weight);
  }

  /// Edges `[from, to, weight]` without cycles.
  List<List<Integer>> acyclicEdges(int vertices, IntSupplier weight) {
    return weighted(forward(vertices), weight);
  }

  /// Edges `[v, w, weight]`, each once.
  List<List<Integer>> undirectedEdges(int vertices, IntSupplier weight) {
    return weighted(pairs(vertices, 1), weight);
  }

  /// Weights by vertices, 0 where there is no edge.
  List<List<Integer>> directedMatrix(int vertices, IntSupplier weight) {
    return matrix(vertices, directedEdges(vertices, weight));
  }

  /// The same for both ways.
  List<List<Integer>> undirectedMatrix(int vertices, IntSupplier weight) {
    List<List<Integer>> edges =
        undirectedEdges(vertices, weight).stream()
            .flatMap(it -> Stream.of(it, List.of(it.get(1), it.get(0), it.get(2))))
            .toList();
    return matrix(vertices, edges);
  }

  private List<List<Integer>> forward(int vertices) {
    List<Integer> order = draw.permutation(vertices);
    return pairs(vertices, 1).stream().map(pair -> pair.stream().map(order::get).toList()).toList();
  }

  private static List<List<Integer>> weighted(List<List<Integer>> pairs, IntSupplier weight) {
    return pairs.stream()
        .map(pair -> List.of(pair.get(0), pair.get(1), weight.getAsInt()))
        .toList();
  }

  private static List<List<Integer>> targets(int vertices, List<List<Integer>> pairs) {
    List<List<Integer>> targets = new ArrayList<>();
    for (int v = 0; v < vertices; v++) {
      int from = v;
      targets.add(
          pairs.stream().filter(pair -> pair.get(0) == from).map(pair -> pair.get(1)).toList());
    }
    return targets;
  }

  private static List<List<Integer>> matrix(int vertices, List<List<Integer>> edges) {
    int[][] weights = new int[vertices][vertices];
    edges.forEach(edge -> weights[edge.get(0)][edge.get(1)] = edge.get(2));
    return Stream.of(weights).map(row -> IntStream.of(row).boxed().toList()).toList();
  }
}
