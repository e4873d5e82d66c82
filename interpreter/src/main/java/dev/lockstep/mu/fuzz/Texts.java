package dev.lockstep.mu.fuzz;

import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.generate.Family;
import dev.lockstep.mu.generate.Knobs;
import dev.lockstep.mu.generate.ProgramGenerator;
import java.util.List;
import java.util.SplittableRandom;

/// Sources by number: generated programs (those with even numbers) and damaged ones, which are
/// generated or come from a corpus.
final class Texts {
  private final MuLanguage mu = new MuLanguage();
  private final long seed;
  private final List<String> corpus;

  /// @param corpus programs that somebody wrote; may be empty
  Texts(long seed, List<String> corpus) {
    this.seed = seed;
    this.corpus = List.copyOf(corpus);
  }

  /// The seed of source number `index` alone.
  long seedOf(long index) {
    return new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (index + 1)).nextLong();
  }

  String text(long index) {
    SplittableRandom random = new SplittableRandom(seedOf(index));
    if (index % 2 == 0) {
      return generated(random);
    }
    String text = random.nextBoolean() ? generated(random) : written(random);
    return random.nextInt(5) == 0
        ? Mutation.crossed(text, written(random), random)
        : Mutation.of(text, random);
  }

  private String written(SplittableRandom random) {
    return corpus.isEmpty() ? generated(random) : corpus.get(random.nextInt(corpus.size()));
  }

  private String generated(SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      return mu.print(mu.sample(random, 2 + random.nextInt(25)));
    }
    Family family = List.of(Family.values()).get(random.nextInt(Family.values().length));
    Knobs knobs =
        Knobs.of(family)
            .withStatements(2 + random.nextInt(16))
            .withTurns(1 + random.nextInt(6))
            .withFaults(random.nextInt(3) * 20);
    return ProgramGenerator.draft(random.nextLong(), knobs);
  }
}
