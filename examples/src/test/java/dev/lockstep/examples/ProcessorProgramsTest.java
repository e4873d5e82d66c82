package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.codegen.RegisterToSubleq;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.register.RegisterLanguage;
import dev.lockstep.subleq.SubleqLanguage;
import dev.lockstep.words.WordDelta;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The programs of the small processors against the JDK.
@Execution(ExecutionMode.CONCURRENT)
class ProcessorProgramsTest {
  private static final int INPUTS = 100;
  private static final Budget BUDGET = Budget.ofSteps(20_000_000);

  private final RandomGenerator random = new SplittableRandom(11);

  private static Value run(String file, Value input) {
    Path path = Programs.ROOT.resolve(file);
    return run(Languages.of(path), Source.read(path), input);
  }

  private static <P, C, D> Value run(Language<P, C, D> language, Source source, Value input) {
    Runner<D> runner = language.runner(language.parse(source)).orElseThrow();
    return runner.run(input, Budget.DEFAULT, _ -> true).orElseThrow().output().orElseThrow();
  }

  private static Value numbers(long... numbers) {
    return new Value.Items(Arrays.stream(numbers).mapToObj(Value::of).toList());
  }

  private void agrees(
      String file, Function<RandomGenerator, long[]> inputs, Function<long[], long[]> oracle) {
    for (int i = 0; i < INPUTS; i++) {
      long[] input = inputs.apply(random);
      assertThat(run(file, numbers(input)))
          .as("%s on %s", file, Arrays.toString(input))
          .isEqualTo(numbers(oracle.apply(input)));
    }
  }

  private static long[] two(RandomGenerator random, int least, int end) {
    return new long[] {random.nextInt(least, end), random.nextInt(least, end)};
  }

  private static long[] gcd(long... both) {
    return new long[] {BigInteger.valueOf(both[0]).gcd(BigInteger.valueOf(both[1])).longValue()};
  }

  /// The seven operations of "Executing Arithmetic", by number.
  private static long[] operation(long... input) {
    BigInteger a = BigInteger.valueOf(input[1]);
    BigInteger b = BigInteger.valueOf(input[2]);
    boolean[] order = {a.equals(b), a.compareTo(b) > 0, a.compareTo(b) < 0};
    BigInteger answer =
        switch ((int) input[0]) {
          case 0 -> a.add(b);
          case 1 -> a.subtract(b);
          case 2 -> a.multiply(b);
          case 3 -> a.divide(b);
          default -> order[(int) input[0] - 4] ? BigInteger.ONE : BigInteger.ZERO;
        };
    return new long[] {answer.longValueExact()};
  }

  @Test
  void arithmeticAgrees() {
    agrees("subleq/add.sq", it -> two(it, -999, 999), it -> new long[] {it[0] + it[1]});
    agrees("fleq/add.fleq", it -> two(it, -999, 999), it -> new long[] {it[0] + it[1]});
    agrees(
        "subleq/multiply.sq",
        it -> new long[] {it.nextInt(-99, 99), it.nextInt(99)},
        it -> new long[] {it[0] * it[1]});
    agrees("subleq/gcd.sq", it -> two(it, 1, 500), ProcessorProgramsTest::gcd);
    agrees("register/gcd.rm", it -> two(it, 0, 5000), ProcessorProgramsTest::gcd);
    agrees("fleq/gcd.fleq", it -> two(it, 0, 5000), ProcessorProgramsTest::gcd);
    agrees(
        "fleq/arithmetic.fleq",
        it -> new long[] {it.nextInt(7), it.nextInt(1, 999_999), it.nextInt(1, 9_999)},
        ProcessorProgramsTest::operation);
    agrees(
        "fleq/root.fleq",
        it -> new long[] {it.nextInt(1_000_000)},
        it -> new long[] {BigInteger.valueOf(it[0]).sqrt().longValue()});
    agrees(
        "register/power.rm",
        it -> new long[] {it.nextInt(40_000), it.nextInt(1000), 1 + it.nextInt(40_000)},
        it ->
            new long[] {
              BigInteger.valueOf(it[0])
                  .modPow(BigInteger.valueOf(it[1]), BigInteger.valueOf(it[2]))
                  .longValue()
            });
  }

  @Test
  void registerProgramsDoTheSameInSubleq() {
    RegisterLanguage register = new RegisterLanguage();
    SubleqLanguage subleq = new SubleqLanguage();
    List<Path> programs = Programs.good().filter(file -> file.toString().endsWith(".rm")).toList();
    assertThat(programs).hasSizeGreaterThan(5);
    for (Path file : programs) {
      AssemblyProgram program = register.parse(Source.read(file));
      Runner<WordDelta> compiled = subleq.runner(RegisterToSubleq.compile(program)).orElseThrow();
      for (int i = 0; i < 10; i++) {
        Value input = register.input(program, random, 6);
        Runner.Finish expected =
            register.runner(program).orElseThrow().run(input, BUDGET, _ -> true).orElseThrow();
        Runner.Finish found = compiled.run(input, BUDGET, _ -> true).orElseThrow();
        if (expected.output().isPresent()) {
          assertThat(found.output()).as("%s on %s", file, input).isEqualTo(expected.output());
        } else {
          assertThat(found.ending()).as("%s on %s", file, input).isInstanceOf(Ending.Failed.class);
        }
      }
    }
  }

  @Test
  void factorialsWrapAround() {
    for (int n = 0; n < 20; n++) {
      int expected = IntStream.rangeClosed(1, n).reduce(1, (a, b) -> a * b);
      assertThat(run("register/factorial.rm", Value.of(n))).isEqualTo(numbers(expected));
      assertThat(run("fleq/factorial.fleq", Value.of(n))).isEqualTo(numbers(expected));
    }
  }

  @Test
  void sequencesAgree() {
    long[] fibonacci =
        LongStream.iterate(0, it -> it + 1)
            .limit(40)
            .map(n -> Math.round(Math.pow((1 + Math.sqrt(5)) / 2, (double) n) / Math.sqrt(5)))
            .toArray();
    assertThat(run("subleq/fibonacci.sq", Value.of(40))).isEqualTo(numbers(fibonacci));
    long[] primes =
        LongStream.range(2, 500).filter(it -> BigInteger.valueOf(it).isProbablePrime(50)).toArray();
    assertThat(run("register/primes.rm", Value.of(500))).isEqualTo(numbers(primes));
  }

  @Test
  void listsAgree() {
    agrees(
        "register/sort.rm",
        it -> {
          int count = it.nextInt(20);
          return LongStream.concat(LongStream.of(count), it.longs(count, -50, 50)).toArray();
        },
        it -> Arrays.stream(it).skip(1).sorted().toArray());
    agrees(
        "fleq/maximum.fleq",
        it -> {
          LongStream some = it.longs(1 + it.nextInt(20), -50, 50).filter(number -> number != 0);
          return LongStream.concat(LongStream.concat(LongStream.of(7), some), LongStream.of(0))
              .toArray();
        },
        it -> new long[] {Arrays.stream(it).limit(it.length - 1).max().orElseThrow()});
  }

  @Test
  void textsAgree() {
    for (int i = 0; i < INPUTS; i++) {
      StringBuilder word = new StringBuilder();
      random.ints(random.nextInt(30), ' ', '~' + 1).forEach(word::appendCodePoint);
      String text = word.toString();
      assertThat(run("subleq/reverse.sq", Value.of(text)))
          .isEqualTo(Value.of(word.reverse().toString()));
      assertThat(run("register/upper.rm", Value.of(text)))
          .isEqualTo(Value.of(text.toUpperCase(Locale.ROOT)));
    }
  }
}
