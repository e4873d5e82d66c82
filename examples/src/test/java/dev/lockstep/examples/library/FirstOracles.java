package dev.lockstep.examples.library;

import static dev.lockstep.examples.library.Plain.big;
import static dev.lockstep.examples.library.Plain.bigs;
import static dev.lockstep.examples.library.Plain.field;
import static dev.lockstep.examples.library.Plain.ints;
import static dev.lockstep.examples.library.Plain.number;

import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hipparchus.util.CombinatoricsUtils;

/// Oracles of the programs in `mu/` itself.
final class FirstOracles {
  private FirstOracles() {}

  static List<Oracle> all() {
    return List.of(
        Oracle.equal("mu/add.mu", "`BigInteger.add`", FirstOracles::sum),
        Oracle.equal(
            "mu/average.mu",
            "`BigInteger.divideAndRemainder`",
            input -> {
              List<BigInteger> xs = bigs(field(input, "xs"));
              BigInteger[] parts =
                  xs.stream()
                      .reduce(BigInteger.ZERO, BigInteger::add)
                      .divideAndRemainder(BigInteger.valueOf(xs.size()));
              return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
            }),
        Oracle.equal(
            "mu/binary-search.mu",
            "`List.indexOf`",
            input -> ints(field(input, "xs")).indexOf(number(field(input, "x")))),
        Oracle.equal(
            "mu/bubble-sort.mu",
            "`Stream.sorted`",
            input -> bigs(field(input, "xs")).stream().sorted().toList()),
        Oracle.equal(
            "mu/collatz.mu",
            "`LongStream.iterate`",
            input ->
                LongStream.iterate(
                        number(field(input, "n")), n -> n != 1, n -> n % 2 == 0 ? n / 2 : 3 * n + 1)
                    .count()),
        Oracle.equal(
            "mu/digit-sum.mu",
            "`BigInteger.toString`",
            input -> big(field(input, "n")).toString().chars().map(c -> c - '0').sum()),
        Oracle.equal(
            "mu/factorial.mu",
            "`BigInteger.multiply`",
            input ->
                IntStream.rangeClosed(1, number(field(input, "n")))
                    .mapToObj(BigInteger::valueOf)
                    .reduce(BigInteger.ONE, BigInteger::multiply)),
        Oracle.equal(
            "mu/fibonacci.mu",
            "the formula of Binet",
            input ->
                Math.round(
                    Math.pow((1 + Math.sqrt(5)) / 2, number(field(input, "n"))) / Math.sqrt(5))),
        Oracle.equal(
            "mu/gcd.mu",
            "`BigInteger.gcd`",
            input -> big(field(input, "a")).gcd(big(field(input, "b")))),
        Oracle.equal("mu/hanoi.mu", "2ⁿ − 1", input -> (1 << number(field(input, "n"))) - 1),
        Oracle.equal("mu/horner.mu", "`BigInteger.pow`", FirstOracles::polynomial),
        Oracle.equal(
            "mu/max-subarray.mu",
            "every stretch",
            input -> {
              List<Integer> xs = ints(field(input, "xs"));
              return IntStream.range(0, xs.size())
                  .flatMap(
                      begin ->
                          IntStream.rangeClosed(begin + 1, xs.size())
                              .map(end -> xs.subList(begin, end).stream().mapToInt(x -> x).sum()))
                  .max()
                  .orElseThrow();
            }),
        Oracle.equal(
            "mu/palindrome.mu",
            "`List.reversed`",
            input -> ints(field(input, "xs")).equals(ints(field(input, "xs")).reversed())),
        Oracle.equal(
            "mu/pascal.mu",
            "Hipparchus `CombinatoricsUtils`",
            input ->
                IntStream.range(0, number(field(input, "n")))
                    .mapToObj(
                        n ->
                            IntStream.rangeClosed(0, n)
                                .mapToObj(k -> CombinatoricsUtils.binomialCoefficient(n, k))
                                .toList())
                    .toList()),
        Oracle.equal(
            "mu/power.mu",
            "`BigInteger.modPow`",
            input ->
                big(field(input, "base"))
                    .modPow(big(field(input, "exponent")), big(field(input, "modulus")))),
        Oracle.equal(
            "mu/primes.mu",
            "`BigInteger.nextProbablePrime`",
            input ->
                Stream.iterate(
                        BigInteger.TWO,
                        prime -> prime.intValue() < number(field(input, "n")),
                        BigInteger::nextProbablePrime)
                    .toList()),
        Oracle.equal(
            "mu/reverse.mu",
            "`Collections.reverse`",
            input -> {
              List<BigInteger> xs = new ArrayList<>(bigs(field(input, "xs")));
              Collections.reverse(xs);
              return xs;
            }));
  }

  private static List<Integer> sum(Value input) {
    List<Integer> a = ints(field(input, "a"));
    BigInteger sum = natural(a).add(natural(ints(field(input, "b"))));
    return IntStream.rangeClosed(0, a.size())
        .mapToObj(i -> sum.divide(BigInteger.TEN.pow(i)).mod(BigInteger.TEN).intValue())
        .toList();
  }

  private static BigInteger natural(List<Integer> leastFirst) {
    StringBuilder digits = new StringBuilder("0");
    leastFirst.reversed().forEach(digits::append);
    return new BigInteger(digits.toString());
  }

  private static BigInteger polynomial(Value input) {
    List<Value> coefficients = Plain.items(field(input, "coefficients"));
    return IntStream.range(0, coefficients.size())
        .mapToObj(i -> big(coefficients.get(i)).multiply(big(field(input, "x")).pow(i)))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
