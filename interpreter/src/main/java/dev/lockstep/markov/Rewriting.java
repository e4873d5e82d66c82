package dev.lockstep.markov;

/// What one step changes: at `at`, counted in `char`s, `old` becomes `fresh`; the run ends if it is
/// the `last` step.
public record Rewriting(int at, String old, String fresh, boolean last) {
  @Override
  public String toString() {
    return "`%s` at %d becomes `%s`%s".formatted(old, at, fresh, last ? ", the last step" : "");
  }
}
