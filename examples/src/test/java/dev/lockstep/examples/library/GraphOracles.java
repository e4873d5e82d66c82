package dev.lockstep.examples.library;

import static dev.lockstep.examples.library.Plain.field;
import static dev.lockstep.examples.library.Plain.ints;
import static dev.lockstep.examples.library.Plain.number;
import static dev.lockstep.examples.library.Plain.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.alg.shortestpath.BellmanFordShortestPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.shortestpath.NegativeCycleDetectedException;
import org.jgrapht.alg.spanning.BoruvkaMinimumSpanningTree;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.jgrapht.graph.WeightedPseudograph;

/// Oracles of `mu/clrs` for graphs: JGraphT, by another algorithm where it has one.
final class GraphOracles {
  private GraphOracles() {}

  static List<Oracle> clrs() {
    return List.of(
        Oracle.equal(
            "mu/clrs/depth-first-search.mu",
            "Java, with sets instead of colours",
            input -> new Search(table(field(input, "graph"))).answer()),
        Oracle.equal(
            "mu/clrs/breadth-first-search.mu",
            "JGraphT `BFSShortestPath`",
            input -> {
              Graph<Integer, DefaultWeightedEdge> graph = lists(input, true);
              return lengths(
                  new BFSShortestPath<>(graph).getPaths(number(field(input, "source"))), graph);
            }),
        new Oracle(
            "mu/clrs/topological-sort.mu", "every edge of the input", GraphOracles::leadsForward),
        Oracle.equal(
            "mu/clrs/articulation-points.mu",
            "JGraphT `BiconnectivityInspector`",
            input ->
                new BiconnectivityInspector<>(lists(input, false))
                    .getCutpoints().stream().sorted().toList()),
        new Oracle(
            "mu/clrs/bridges.mu", "JGraphT `BiconnectivityInspector`", GraphOracles::bridges),
        new Oracle(
            "mu/clrs/strongly-connected-components.mu",
            "JGraphT `GabowStrongConnectivityInspector`",
            GraphOracles::components),
        new Oracle(
            "mu/clrs/kruskal.mu",
            "JGraphT `BoruvkaMinimumSpanningTree`",
            (input, answer) ->
                spans(
                    edges(number(field(input, "n")), table(field(input, "edges")), false),
                    table(answer))),
        new Oracle(
            "mu/clrs/prim.mu",
            "JGraphT `BoruvkaMinimumSpanningTree`",
            (input, answer) -> {
              Graph<Integer, DefaultWeightedEdge> graph = matrix(input, false);
              Set<Integer> around = new ConnectivityInspector<>(graph).connectedSetOf(0);
              graph.removeAllVertices(
                  graph.vertexSet().stream()
                      .filter(v -> !around.contains(v))
                      .collect(Collectors.toSet()));
              spans(graph, table(answer));
            }),
        Oracle.equal(
            "mu/clrs/bellman-ford.mu",
            "JGraphT `BellmanFordShortestPath`",
            input -> {
              try {
                return fromSource(input);
              } catch (NegativeCycleDetectedException _) {
                return new Value.Nothing();
              }
            }),
        Oracle.equal(
            "mu/clrs/dijkstra.mu",
            "JGraphT `BellmanFordShortestPath`",
            input -> {
              Graph<Integer, DefaultWeightedEdge> graph = matrix(input, true);
              return lengths(
                  new BellmanFordShortestPath<>(graph).getPaths(number(field(input, "source"))),
                  graph);
            }),
        Oracle.equal(
            "mu/clrs/dag-shortest-paths.mu",
            "JGraphT `BellmanFordShortestPath`",
            GraphOracles::fromSource),
        Oracle.equal(
            "mu/clrs/floyd-warshall.mu",
            "JGraphT `DijkstraShortestPath`",
            input -> {
              Graph<Integer, DefaultWeightedEdge> graph = matrix(input, true);
              return graph.vertexSet().stream()
                  .map(v -> lengths(new DijkstraShortestPath<>(graph).getPaths(v), graph))
                  .toList();
            }));
  }

  /// Depth-first search as the book tells it, written without the program at hand.
  private static final class Search {
    private final List<List<Integer>> graph;
    private final Set<Integer> seen = new HashSet<>();
    private final Integer[] discovered;
    private final Integer[] finished;
    private final Integer[] parents;
    private int time;

    Search(List<List<Integer>> graph) {
      this.graph = graph;
      discovered = new Integer[graph.size()];
      finished = new Integer[graph.size()];
      parents = new Integer[graph.size()];
      IntStream.range(0, graph.size()).forEach(v -> explore(v, -1));
    }

    private void explore(int v, int from) {
      if (seen.add(v)) {
        parents[v] = from;
        discovered[v] = time++;
        graph.get(v).forEach(w -> explore(w, v));
        finished[v] = time++;
      }
    }

    Map<String, Object> answer() {
      List<Object> from =
          Stream.of(parents).<Object>map(v -> v < 0 ? new Value.Nothing() : v).toList();
      return Map.of(
          "discovered", List.of(discovered), "finished", List.of(finished), "parents", from);
    }
  }

  private static void leadsForward(Value input, Value answer) {
    List<List<Integer>> graph = table(field(input, "graph"));
    List<Integer> order = ints(answer);
    assertThat(order)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, graph.size()).boxed().toList());
    for (int v = 0; v < graph.size(); v++) {
      for (int w : graph.get(v)) {
        assertThat(order.indexOf(v)).isLessThan(order.indexOf(w));
      }
    }
  }

  private static void bridges(Value input, Value answer) {
    Graph<Integer, DefaultWeightedEdge> graph = lists(input, false);
    Set<Set<Integer>> right =
        new BiconnectivityInspector<>(graph)
            .getBridges().stream()
                .map(edge -> Set.of(graph.getEdgeSource(edge), graph.getEdgeTarget(edge)))
                .collect(Collectors.toSet());
    assertThat(table(answer).stream().<Set<Integer>>map(HashSet::new).toList())
        .containsExactlyInAnyOrderElementsOf(right);
  }

  private static void components(Value input, Value answer) {
    List<Integer> numbers = ints(answer);
    Set<Set<Integer>> claimed =
        Set.copyOf(
            IntStream.range(0, numbers.size())
                .boxed()
                .collect(Collectors.groupingBy(numbers::get, Collectors.toSet()))
                .values());
    assertThat(numbers).hasSize(table(field(input, "graph")).size());
    assertThat(claimed)
        .isEqualTo(
            Set.copyOf(
                new GabowStrongConnectivityInspector<>(lists(input, true))
                    .stronglyConnectedSets()));
  }

  /// The chosen edges are edges, form no cycle, and weigh as much as the lightest spanning forest.
  private static void spans(Graph<Integer, DefaultWeightedEdge> graph, List<List<Integer>> chosen) {
    var forest = new BoruvkaMinimumSpanningTree<>(graph).getSpanningTree();
    assertThat(chosen).hasSize(forest.getEdges().size());
    assertThat(chosen.stream().mapToInt(edge -> edge.get(2)).sum())
        .isEqualTo((int) forest.getWeight());
    for (List<Integer> edge : chosen) {
      assertThat(graph.getEdgeWeight(graph.getEdge(edge.get(0), edge.get(1))))
          .isEqualTo(edge.get(2).doubleValue());
    }
    var alone = new WeightedPseudograph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    graph.vertexSet().forEach(alone::addVertex);
    chosen.forEach(edge -> alone.addEdge(edge.get(0), edge.get(1)));
    assertThat(new ConnectivityInspector<>(alone).connectedSets())
        .hasSameSizeAs(new ConnectivityInspector<>(graph).connectedSets());
  }

  /// Distances in a graph of edges.
  private static List<Object> fromSource(Value input) {
    Graph<Integer, DefaultWeightedEdge> graph =
        edges(number(field(input, "n")), table(field(input, "edges")), true);
    return lengths(
        new BellmanFordShortestPath<>(graph).getPaths(number(field(input, "source"))), graph);
  }

  /// The distance of each vertex, nothing where there is no path.
  private static List<Object> lengths(
      SingleSourcePaths<Integer, DefaultWeightedEdge> paths,
      Graph<Integer, DefaultWeightedEdge> graph) {
    return graph.vertexSet().stream()
        .map(paths::getWeight)
        .<Object>map(
            length -> Double.isFinite(length) ? (Object) length.intValue() : new Value.Nothing())
        .toList();
  }

  /// The graph of `graph`, whose lists hold each undirected edge twice.
  private static Graph<Integer, DefaultWeightedEdge> lists(Value input, boolean directed) {
    List<List<Integer>> targets = table(field(input, "graph"));
    return edges(
        targets.size(),
        collect(targets, (v, i) -> List.of(v, targets.get(v).get(i), 1), directed),
        directed);
  }

  /// The graph of the matrix `weights`.
  private static Graph<Integer, DefaultWeightedEdge> matrix(Value input, boolean directed) {
    List<List<Integer>> weights = table(field(input, "weights"));
    List<List<Integer>> edges =
        collect(weights, (v, w) -> List.of(v, w, weights.get(v).get(w)), directed);
    return edges(weights.size(), edges.stream().filter(edge -> edge.get(2) > 0).toList(), directed);
  }

  private static List<List<Integer>> collect(
      List<List<Integer>> rows,
      BiFunction<Integer, Integer, List<Integer>> edge,
      boolean directed) {
    List<List<Integer>> edges = new ArrayList<>();
    for (int v = 0; v < rows.size(); v++) {
      for (int i = 0; i < rows.get(v).size(); i++) {
        List<Integer> found = edge.apply(v, i);
        if (directed || found.get(0) < found.get(1)) {
          edges.add(found);
        }
      }
    }
    return edges;
  }

  private static Graph<Integer, DefaultWeightedEdge> edges(
      int vertices, List<List<Integer>> edges, boolean directed) {
    Graph<Integer, DefaultWeightedEdge> graph =
        directed
            ? new DirectedWeightedPseudograph<>(DefaultWeightedEdge.class)
            : new WeightedPseudograph<>(DefaultWeightedEdge.class);
    IntStream.range(0, vertices).forEach(graph::addVertex);
    for (List<Integer> edge : edges) {
      graph.setEdgeWeight(graph.addEdge(edge.get(0), edge.get(1)), edge.get(2));
    }
    return graph;
  }
}
