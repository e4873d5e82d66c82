package dev.lockstep.mu.fuzz;

import dev.lockstep.mu.MuRunner;
import dev.lockstep.mu.generate.Shrinker;
import java.util.List;
import java.util.Optional;

/// Examines sources, half of them generated programs and half damaged ones, each from a seed of its
/// own: what one shows does not depend on those before. Several threads may share it.
public final class Fuzzer {
  private static final int SHRINKING_TRIES = 3_000;

  private final Texts texts;
  private final Examination.Engines engines;

  /// @param corpus programs to damage beside the generated ones
  public Fuzzer(long seed, List<String> corpus) {
    this(seed, corpus, MuRunner::new);
  }

  Fuzzer(long seed, List<String> corpus, Examination.Engines engines) {
    this.texts = new Texts(seed, corpus);
    this.engines = engines;
  }

  /// What one source showed.
  ///
  /// @param program whether it was one
  public record Shown(boolean program, Optional<Finding> finding) {}

  /// What source number `index` shows, shrunk where it should not.
  public Shown examine(long index) {
    long own = texts.seedOf(index);
    Examination examination = new Examination(source(index), own, engines);
    Optional<Finding> found = examination.examine();
    return new Shown(examination.isProgram(), found.map(it -> shrunk(it, own)));
  }

  /// The text of source number `index`.
  public String source(long index) {
    return texts.text(index);
  }

  private Finding shrunk(Finding finding, long own) {
    if (finding.kind() == Finding.Kind.HANG) {
      return finding;
    }
    String small =
        Shrinker.shrink(
            finding.text(),
            text -> shows(finding.kind(), new Examination(text, own, engines)),
            SHRINKING_TRIES);
    return new Examination(small, own, engines).examine().orElse(finding);
  }

  private static boolean shows(Finding.Kind kind, Examination examination) {
    return examination.examine().filter(it -> it.kind() == kind).isPresent();
  }
}
