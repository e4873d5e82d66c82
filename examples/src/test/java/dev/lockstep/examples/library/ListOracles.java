package dev.lockstep.examples.library;

import static dev.lockstep.examples.library.Plain.bigs;
import static dev.lockstep.examples.library.Plain.field;
import static dev.lockstep.examples.library.Plain.ints;
import static dev.lockstep.examples.library.Plain.number;
import static dev.lockstep.examples.library.Plain.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Value;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Oracles of `mu/clrs` for lists: sorting, searching, greedy choices, tables, matching.
final class ListOracles {
  private ListOracles() {}

  static List<Oracle> clrs() {
    Function<Value, Object> sorted = input -> bigs(field(input, "xs")).stream().sorted().toList();
    String sort = "`Stream.sorted`";
    return List.of(
        Oracle.equal("mu/clrs/insertion-sort.mu", sort, sorted),
        Oracle.equal("mu/clrs/bubble-sort.mu", sort, sorted),
        Oracle.equal("mu/clrs/heap-sort.mu", sort, sorted),
        Oracle.equal("mu/clrs/quick-sort.mu", sort, sorted),
        Oracle.equal(
            "mu/clrs/minimum.mu",
            "`Collections.min`",
            input -> {
              List<Integer> xs = ints(field(input, "xs"));
              return xs.indexOf(Collections.min(xs));
            }),
        Oracle.equal(
            "mu/clrs/binary-search.mu",
            "counting",
            input -> {
              int x = number(field(input, "x"));
              return ints(field(input, "xs")).stream().filter(it -> it < x).count();
            }),
        Oracle.equal(
            "mu/clrs/quickselect.mu",
            "`Stream.sorted`",
            input ->
                ints(field(input, "xs")).stream().sorted().toList().get(number(field(input, "k")))),
        new Oracle("mu/clrs/max-subarray.mu", "every stretch", ListOracles::stretch),
        new Oracle("mu/clrs/activity-selection.mu", "every choice", ListOracles::activities),
        new Oracle("mu/clrs/task-scheduling.mu", "every set of tasks in time", ListOracles::tasks),
        Oracle.equal(
            "mu/clrs/matrix-chain.mu",
            "every way to put parentheses",
            input -> multiplications(ints(field(input, "sizes")))),
        new Oracle(
            "mu/clrs/longest-common-subsequence.mu",
            "every subsequence",
            ListOracles::commonSubsequence),
        Oracle.equal(
            "mu/clrs/optimal-search-tree.mu",
            "every tree",
            input -> treeCost(ints(field(input, "hits")), ints(field(input, "misses")), 0)),
        Oracle.equal("mu/clrs/naive-string-matcher.mu", "`String.startsWith`", ListOracles::places),
        Oracle.equal("mu/clrs/knuth-morris-pratt.mu", "`String.startsWith`", ListOracles::places));
  }

  private static void stretch(Value input, Value answer) {
    List<Integer> xs = ints(field(input, "xs"));
    OptionalInt best =
        IntStream.range(0, xs.size())
            .flatMap(
                begin ->
                    IntStream.rangeClosed(begin + 1, xs.size())
                        .map(end -> sum(xs.subList(begin, end))))
            .max();
    List<Integer> claimed = ints(answer);
    assertThat(claimed).hasSize(3);
    assertThat(claimed.get(0)).isLessThan(claimed.get(1));
    assertThat(sum(xs.subList(claimed.get(0), claimed.get(1)))).isEqualTo(claimed.get(2));
    assertThat(claimed.get(2)).isEqualTo(best.orElseThrow());
  }

  private static void activities(Value input, Value answer) {
    List<Integer> starts = ints(field(input, "starts"));
    List<Integer> ends = ints(field(input, "ends"));
    List<Integer> chosen = ints(answer);
    assertThat(chosen).doesNotHaveDuplicates();
    assertThat(overlap(chosen, starts, ends)).isFalse();
    assertThat(chosen)
        .hasSize(
            subsets(starts.size())
                .filter(some -> !overlap(some, starts, ends))
                .mapToInt(List::size)
                .max()
                .orElseThrow());
  }

  private static boolean overlap(List<Integer> some, List<Integer> starts, List<Integer> ends) {
    return some.stream()
        .anyMatch(
            a ->
                some.stream()
                    .anyMatch(
                        b -> a < b && starts.get(a) < ends.get(b) && starts.get(b) < ends.get(a)));
  }

  private static void tasks(Value input, Value answer) {
    List<Integer> deadlines = ints(field(input, "deadlines"));
    List<Integer> penalties = ints(field(input, "penalties"));
    List<Integer> order = ints(answer);
    assertThat(order)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, deadlines.size()).boxed().toList());
    int claimed =
        IntStream.range(0, order.size())
            .filter(hour -> deadlines.get(order.get(hour)) <= hour)
            .map(hour -> penalties.get(order.get(hour)))
            .sum();
    int kept =
        subsets(deadlines.size())
            .filter(some -> inTime(some.stream().map(deadlines::get).sorted().toList()))
            .mapToInt(some -> some.stream().mapToInt(penalties::get).sum())
            .max()
            .orElseThrow();
    assertThat(claimed).isEqualTo(sum(penalties) - kept);
  }

  private static boolean inTime(List<Integer> sortedDeadlines) {
    return IntStream.range(0, sortedDeadlines.size())
        .allMatch(hour -> hour < sortedDeadlines.get(hour));
  }

  private static int multiplications(List<Integer> sizes) {
    int last = sizes.size() - 1;
    return IntStream.range(1, last)
        .map(
            at ->
                multiplications(sizes.subList(0, at + 1))
                    + multiplications(sizes.subList(at, last + 1))
                    + sizes.get(0) * sizes.get(at) * sizes.get(last))
        .min()
        .orElse(0);
  }

  private static void commonSubsequence(Value input, Value answer) {
    List<Integer> a = letters(field(input, "a"));
    List<Integer> b = letters(field(input, "b"));
    List<Integer> common = letters(answer);
    assertThat(within(common, a) && within(common, b)).isTrue();
    assertThat(common)
        .hasSize(
            subsets(a.size())
                .map(places -> places.stream().map(a::get).toList())
                .filter(some -> within(some, b))
                .mapToInt(List::size)
                .max()
                .orElseThrow());
  }

  private static List<Integer> letters(Value text) {
    return text(text).chars().boxed().toList();
  }

  /// Whether the list can be made from the other by leaving elements out.
  private static boolean within(List<Integer> some, List<Integer> all) {
    int found = 0;
    for (int it : all) {
      if (found < some.size() && some.get(found) == it) {
        found++;
      }
    }
    return found == some.size();
  }

  /// The cost of the best of all trees whose root is `depth` nodes below the top.
  private static int treeCost(List<Integer> hits, List<Integer> misses, int depth) {
    if (hits.isEmpty()) {
      return misses.getFirst() * (depth + 1);
    }
    return IntStream.range(0, hits.size())
        .map(
            root ->
                hits.get(root) * (depth + 1)
                    + treeCost(hits.subList(0, root), misses.subList(0, root + 1), depth + 1)
                    + treeCost(
                        hits.subList(root + 1, hits.size()),
                        misses.subList(root + 1, misses.size()),
                        depth + 1))
        .min()
        .orElseThrow();
  }

  private static List<Integer> places(Value input) {
    String text = text(field(input, "text"));
    return IntStream.rangeClosed(0, text.length())
        .filter(at -> text.startsWith(text(field(input, "pattern")), at))
        .boxed()
        .toList();
  }

  /// All subsets of the numbers below `count`, each in order.
  static Stream<List<Integer>> subsets(int count) {
    return IntStream.range(0, 1 << count)
        .mapToObj(
            bits -> IntStream.range(0, count).filter(i -> (bits >> i & 1) == 1).boxed().toList());
  }

  private static int sum(List<Integer> xs) {
    return xs.stream().mapToInt(Integer::intValue).sum();
  }
}
