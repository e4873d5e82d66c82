package dev.lockstep.markov;

/// The string, and whether a terminating rule was applied.
public record MarkovConfiguration(String text, boolean ended) {
  @Override
  public String toString() {
    return text + (ended ? " (ended)" : "");
  }
}
