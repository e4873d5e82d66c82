package dev.lockstep.mu.fuzz;

import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.generate.Family;
import dev.lockstep.mu.generate.Knobs;
import dev.lockstep.mu.generate.ProgramGenerator;
import dev.lockstep.mu.generate.Shrinker;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Examines sources, half of them generated programs and half damaged ones, each from a seed of its
/// own.
public final class Fuzzer {
  private static final int SHRINKING_TRIES = 3_000;

  private final MuLanguage mu = new MuLanguage();
  private final long seed;
  private long programs;

  public Fuzzer(long seed) {
    this.seed = seed;
  }

  /// What source number `index` shows, shrunk.
  public Optional<Finding> examine(long index) {
    long own = seedOf(index);
    Examination examination = new Examination(source(index), own);
    Optional<Finding> found = examination.examine();
    programs += examination.isProgram() ? 1 : 0;
    return found.map(it -> shrunk(it, own));
  }

  /// How many of the examined sources were programs.
  public long programs() {
    return programs;
  }

  /// The text of source number `index`.
  public String source(long index) {
    SplittableRandom random = new SplittableRandom(seedOf(index));
    String text = text(random);
    return index % 2 == 0 ? text : Mutation.of(text, random);
  }

  private long seedOf(long index) {
    return new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (index + 1)).nextLong();
  }

  private String text(SplittableRandom random) {
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

  private static Finding shrunk(Finding finding, long own) {
    if (finding.kind() == Finding.Kind.HANG) {
      return finding;
    }
    String small =
        Shrinker.shrink(
            finding.text(),
            text ->
                new Examination(text, own)
                    .examine()
                    .filter(it -> it.kind() == finding.kind())
                    .isPresent(),
            SHRINKING_TRIES);
    return new Examination(small, own).examine().orElse(finding);
  }
}
