package dev.lockstep.examples.library;

import static dev.lockstep.examples.library.Plain.bigs;
import static dev.lockstep.examples.library.Plain.field;
import static dev.lockstep.examples.library.Plain.ints;
import static dev.lockstep.examples.library.Plain.number;
import static dev.lockstep.examples.library.Plain.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Oracles of the programs of `mu/everyday` about lists.
final class EverydayListOracles {
  private EverydayListOracles() {}

  static List<Oracle> all() {
    return List.of(
        new Oracle(
            "mu/everyday/run-lengths.mu",
            "the runs laid out again, neighbours different",
            EverydayListOracles::runs),
        Oracle.equal(
            "mu/everyday/merge.mu",
            "`Stream.sorted`",
            input ->
                Stream.concat(bigs(field(input, "a")).stream(), bigs(field(input, "b")).stream())
                    .sorted()
                    .toList()),
        Oracle.equal(
            "mu/everyday/most-frequent.mu",
            "`Collections.frequency`",
            input -> {
              List<BigInteger> xs = bigs(field(input, "xs"));
              int most = xs.stream().mapToInt(x -> Collections.frequency(xs, x)).max().orElse(0);
              return xs.stream()
                  .filter(x -> Collections.frequency(xs, x) == most)
                  .findFirst()
                  .orElseThrow();
            }),
        Oracle.equal(
            "mu/everyday/distinct.mu",
            "`Stream.distinct`",
            input -> bigs(field(input, "xs")).stream().distinct().toList()),
        Oracle.equal(
            "mu/everyday/rotate.mu",
            "`Collections.rotate`",
            input -> {
              List<BigInteger> xs = new ArrayList<>(bigs(field(input, "xs")));
              Collections.rotate(xs, number(field(input, "k")));
              return xs;
            }),
        new Oracle("mu/everyday/two-sum.mu", "every pair", EverydayListOracles::pair),
        Oracle.equal(
            "mu/everyday/longest-increasing.mu",
            "every subsequence",
            input -> {
              List<Integer> xs = ints(field(input, "xs"));
              return ListOracles.subsets(xs.size())
                  .map(places -> places.stream().map(xs::get).toList())
                  .filter(EverydayListOracles::grows)
                  .mapToInt(List::size)
                  .max()
                  .orElseThrow();
            }),
        Oracle.equal(
            "mu/everyday/rain-water.mu",
            "the highest walls on both sides of each place",
            EverydayListOracles::water),
        Oracle.equal(
            "mu/everyday/luhn.mu",
            "the check digit computed by the table of the patent",
            input -> {
              List<Integer> digits = ints(field(input, "digits"));
              return digits.isEmpty() || digits.equals(Luhn.corrected(digits));
            }),
        new Oracle("mu/everyday/subsets.mu", "bit masks", EverydayListOracles::subsets),
        Oracle.equal("mu/everyday/knapsack.mu", "every choice", EverydayListOracles::knapsack),
        Oracle.equal(
            "mu/everyday/coin-change.mu",
            "the sums of one coin, two coins, …",
            EverydayListOracles::coins));
  }

  private static void runs(Value input, Value answer) {
    List<List<Integer>> runs = table(answer);
    assertThat(runs.stream().flatMap(run -> Collections.nCopies(run.get(1), run.get(0)).stream()))
        .isEqualTo(ints(field(input, "xs")));
    assertThat(runs).allMatch(run -> run.size() == 2 && run.get(1) > 0);
    assertThat(IntStream.range(1, runs.size()))
        .noneMatch(i -> runs.get(i).get(0).equals(runs.get(i - 1).get(0)));
  }

  private static void pair(Value input, Value answer) {
    List<Integer> xs = ints(field(input, "xs"));
    int sum = number(field(input, "wanted"));
    Set<List<Integer>> right =
        ListOracles.subsets(xs.size())
            .filter(it -> it.size() == 2 && xs.get(it.get(0)) + xs.get(it.get(1)) == sum)
            .collect(Collectors.toSet());
    if (right.isEmpty()) {
      assertThat(answer).isEqualTo(new Value.Nothing());
    } else {
      assertThat(right).contains(ints(answer));
    }
  }

  private static boolean grows(List<Integer> xs) {
    return IntStream.range(1, xs.size()).allMatch(i -> xs.get(i - 1) < xs.get(i));
  }

  private static int water(Value input) {
    List<Integer> heights = ints(field(input, "heights"));
    return IntStream.range(0, heights.size())
        .map(
            i ->
                Math.min(
                        Collections.max(heights.subList(0, i + 1)),
                        Collections.max(heights.subList(i, heights.size())))
                    - heights.get(i))
        .sum();
  }

  private static void subsets(Value input, Value answer) {
    List<Integer> xs = ints(field(input, "xs"));
    assertThat(table(answer))
        .containsExactlyInAnyOrderElementsOf(
            ListOracles.subsets(xs.size())
                .map(places -> places.stream().map(xs::get).toList())
                .toList());
    assertThat(table(answer)).first().isEqualTo(List.of());
  }

  private static int knapsack(Value input) {
    List<Integer> weights = ints(field(input, "weights"));
    List<Integer> worth = ints(field(input, "worth"));
    int capacity = number(field(input, "capacity"));
    return ListOracles.subsets(weights.size())
        .filter(things -> things.stream().mapToInt(weights::get).sum() <= capacity)
        .map(things -> things.stream().mapToInt(worth::get).sum())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Object coins(Value input) {
    int amount = number(field(input, "amount"));
    Set<Integer> sums = Set.of(0);
    for (int count = 0; count <= amount; count++) {
      if (sums.contains(amount)) {
        return count;
      }
      Set<Integer> more = new HashSet<>();
      for (int coin : ints(field(input, "coins"))) {
        sums.forEach(sum -> more.add(sum + coin));
      }
      more.removeIf(sum -> sum > amount);
      sums = more;
    }
    return new Value.Nothing();
  }
}
