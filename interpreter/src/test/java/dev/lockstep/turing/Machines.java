package dev.lockstep.turing;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.grammar.turing.TuringReader;
import dev.lockstep.machine.Value;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Programs that the tests share.
final class Machines {
  static final String INCREMENT =
      """
      blank _
      start right
      halt done

      right: 0 -> 0 R right
      right: 1 -> 1 R right
      right: _ -> _ L carry
      carry: 1 -> 0 L carry
      carry: 0 -> 1 L done
      carry: _ -> 1 L done
      """;

  private Machines() {}

  static TuringProgram of(String text) {
    return TuringReader.read(new Source("test.tm", text));
  }

  static TuringProgram increment() {
    return of(INCREMENT);
  }

  /// A sampled program and an input; its name in a report is the seed.
  record Sample(long seed, TuringProgram program, Value input) {
    @Override
    public String toString() {
      return "seed " + seed;
    }
  }

  static Sample sample(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    TuringProgram program = TuringSampler.sample(random, 1 + random.nextInt(30));
    return new Sample(seed, program, new TuringInputs(program, random, 12).next());
  }

  static Stream<Sample> samples(int count) {
    return LongStream.range(0, count).mapToObj(Machines::sample);
  }
}
