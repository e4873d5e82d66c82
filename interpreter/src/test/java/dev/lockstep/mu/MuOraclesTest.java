package dev.lockstep.mu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Value;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The example programs on random inputs, against Java's own answers.
class MuOraclesTest {
  private static final Path FOLDER = Path.of("../examples/programs/mu");
  private static final int SEEDS = 60;

  private static void agrees(String name, int size, Function<Value.Fields, Object> oracle) {
    MuProgram program = new MuLanguage().parse(Source.read(FOLDER.resolve(name + ".mu")));
    for (int seed = 0; seed < SEEDS; seed++) {
      Value input = new MuLanguage().input(program, new SplittableRandom(seed), size);
      MuRun run = MuRun.of(program, input, Budget.DEFAULT);
      String expected = String.valueOf(oracle.apply((Value.Fields) input)).replace(" ", "");
      assertThat(run.result()).as("seed %d, %s", seed, run.fault()).isEqualTo(expected);
    }
  }

  private static BigInteger number(Value.Fields input, String name) {
    return ((Value.Int) input.values().get(name)).value();
  }

  private static List<BigInteger> list(Value.Fields input, String name) {
    return ((Value.Items) input.values().get(name))
        .values().stream().map(item -> ((Value.Int) item).value()).toList();
  }

  private static BigInteger digits(List<BigInteger> leastFirst) {
    BigInteger value = BigInteger.ZERO;
    for (BigInteger digit : leastFirst.reversed()) {
      value = value.multiply(BigInteger.TEN).add(digit);
    }
    return value;
  }

  @Test
  void addition() {
    agrees(
        "add",
        12,
        input -> {
          BigInteger sum = digits(list(input, "a")).add(digits(list(input, "b")));
          List<BigInteger> expected = new ArrayList<>();
          for (int i = 0; i <= list(input, "a").size(); i++) {
            expected.add(sum.divide(BigInteger.TEN.pow(i)).mod(BigInteger.TEN));
          }
          return expected;
        });
  }

  @Test
  void greatestCommonDivisor() {
    agrees("gcd", 40, input -> number(input, "a").gcd(number(input, "b")));
  }

  @Test
  void modularPower() {
    agrees(
        "power",
        20,
        input -> number(input, "base").modPow(number(input, "exponent"), number(input, "modulus")));
  }

  @Test
  void sorting() {
    agrees(
        "bubble-sort",
        10,
        input -> {
          List<BigInteger> sorted = new ArrayList<>(list(input, "xs"));
          Collections.sort(sorted);
          return sorted;
        });
  }

  @Test
  void reversing() {
    agrees("reverse", 10, input -> list(input, "xs").reversed());
  }

  @Test
  void digitSum() {
    agrees("digit-sum", 30, input -> number(input, "n").toString().chars().map(c -> c - '0').sum());
  }
}
