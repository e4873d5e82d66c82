package dev.lockstep.examples.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every program of the library answers as its oracle does.
@Execution(ExecutionMode.CONCURRENT)
class LibraryTest {
  static final Path PROGRAMS = Path.of("programs");

  /// The algorithms of the CLRS-30 benchmark (Veličković et al., 2022), by its families.
  private static final List<String> CLRS_30 =
      List.of(
          // sorting
          "insertion-sort",
          "bubble-sort",
          "heap-sort",
          "quick-sort",
          // searching
          "minimum",
          "binary-search",
          "quickselect",
          // divide and conquer, greedy
          "max-subarray",
          "activity-selection",
          "task-scheduling",
          // dynamic programming
          "matrix-chain",
          "longest-common-subsequence",
          "optimal-search-tree",
          // graphs
          "depth-first-search",
          "breadth-first-search",
          "topological-sort",
          "articulation-points",
          "bridges",
          "strongly-connected-components",
          "kruskal",
          "prim",
          "bellman-ford",
          "dijkstra",
          "dag-shortest-paths",
          "floyd-warshall",
          // strings
          "naive-string-matcher",
          "knuth-morris-pratt",
          // geometry
          "segment-intersection",
          "graham-scan",
          "jarvis-march");

  private static final int SEEDS = 40;
  private static final int LARGEST = 9;

  static List<Oracle> oracles() {
    return Oracle.all();
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithItsOracleOnDrawnInputs(Oracle oracle) {
    Machine<MuConfiguration, MuDelta> machine = Outcome.load(PROGRAMS.resolve(oracle.program()));
    for (int seed = 0; seed < SEEDS; seed++) {
      Value input = input(oracle, seed);
      Outcome outcome = Outcome.of(machine, input);
      assertThat(outcome.ending())
          .as("%s, seed %d, on %s", oracle.program(), seed, ValueJson.print(input))
          .isEqualTo(new Ending.Halted());
      judge(oracle, input, outcome.answer().orElseThrow(), "seed " + seed);
    }
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void theExpectedAnswersAreTheOracles(Oracle oracle) throws IOException {
    for (JsonNode line : expected(oracle)) {
      if (!line.has("fails")) {
        JsonNode answer = line.has("output") ? line.path("output") : line.withArray("printed");
        judge(oracle, ValueJson.of(line.path("input")), ValueJson.of(answer), "expected");
      }
    }
  }

  /// An oracle that is content with anything would prove nothing: each refuses the answer to
  /// another input.
  @ParameterizedTest
  @MethodSource("oracles")
  void refusesAnAnswerToSomethingElse(Oracle oracle) {
    Machine<MuConfiguration, MuDelta> machine = Outcome.load(PROGRAMS.resolve(oracle.program()));
    int refused = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Value other = Outcome.of(machine, input(oracle, seed + 1)).answer().orElseThrow();
      try {
        oracle.judge().accept(input(oracle, seed), other);
      } catch (AssertionError | RuntimeException _) {
        refused++;
      }
    }
    assertThat(refused).as(oracle.program()).isGreaterThan(SEEDS / 5);
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void drawsTheSameInputsFromTheSameSeed(Oracle oracle) {
    assertThat(input(oracle, 7)).isEqualTo(input(oracle, 7));
    assertThat(Stream.iterate(0, seed -> seed + 1).limit(SEEDS).map(seed -> input(oracle, seed)))
        .as(oracle.program())
        .satisfies(inputs -> assertThat(inputs.stream().distinct().count()).isGreaterThan(5));
  }

  @Test
  void everyProgramHasAnOracleAndAGenerator() throws IOException {
    List<String> there = new ArrayList<>();
    for (String folder : List.of(Library.FIRST, Library.CLRS, Library.EVERYDAY)) {
      try (Stream<Path> files = Files.list(PROGRAMS.resolve(folder))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".mu"))
            .map(folder::concat)
            .forEach(there::add);
      }
    }
    assertThat(Library.generators().keySet()).containsExactlyInAnyOrderElementsOf(there);
    assertThat(Oracle.all().stream().map(Oracle::program))
        .containsExactlyInAnyOrderElementsOf(there);
    assertThat(there)
        .filteredOn(path -> path.startsWith(Library.CLRS))
        .containsExactlyInAnyOrderElementsOf(
            CLRS_30.stream().map(name -> Library.CLRS + name + ".mu").toList());
    assertThat(there)
        .filteredOn(path -> path.startsWith(Library.EVERYDAY))
        .hasSizeGreaterThanOrEqualTo(40);
  }

  /// Every algorithm of the benchmark says what it gives, every everyday program something that
  /// holds; that it does is checked on each run.
  @Test
  void theProgramsHaveContracts() throws IOException {
    for (Oracle oracle : Oracle.all()) {
      String text = Files.readString(PROGRAMS.resolve(oracle.program()));
      if (oracle.program().startsWith(Library.CLRS)) {
        assertThat(text).as(oracle.program()).containsPattern("(?m)^ +ensures ");
      } else if (oracle.program().startsWith(Library.EVERYDAY)) {
        assertThat(text)
            .as(oracle.program())
            .containsPattern("(?m)^ +(requires|ensures|invariant) ");
      }
    }
  }

  static Value input(Oracle oracle, int seed) {
    return Library.generator(oracle.program())
        .orElseThrow()
        .input(new SplittableRandom(seed), 1 + seed % LARGEST);
  }

  private static void judge(Oracle oracle, Value input, Value answer, String which) {
    try {
      oracle.judge().accept(input, answer);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "%s, %s: %s answers %s"
              .formatted(oracle.program(), which, ValueJson.print(input), ValueJson.print(answer)),
          e);
    }
  }

  private static List<JsonNode> expected(Oracle oracle) throws IOException {
    String file = oracle.program().replace(".mu", ".expected.jsonl");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(PROGRAMS.resolve(file))) {
      lines.add(JsonTrees.MAPPER.readTree(line));
    }
    return lines;
  }
}
