package dev.lockstep.mu.generate;

/// Writes contracts and assertions, where the family has them; they hold unless the knobs ask for
/// faults.
final class Contracts {
  private final Draft draft;
  private final Expressions expressions;

  Contracts(Draft draft, Expressions expressions) {
    this.draft = draft;
    this.expressions = expressions;
  }

  private boolean has() {
    return draft.knobs.family().has(Extra.CONTRACTS);
  }

  /// Of `main`.
  String ofMain() {
    return has() ? " requires b > 0" : "";
  }

  /// Of a function that calls itself with a smaller `k`.
  String ofRecursion() {
    if (!has()) {
      return "";
    }
    String promise =
        draft.faulty() ? "result != " + draft.random.nextInt(9) : "result * result >= 0";
    return " requires k >= 0 ensures " + promise;
  }

  /// Of a loop at the beginning of whose turns `condition` holds.
  String ofLoop(String condition) {
    return has() && draft.random.nextBoolean()
        ? " invariant " + (draft.faulty() ? expressions.truth(1) : condition)
        : "";
  }

  void assertion(int level) {
    String name = draft.one(Sort.INT);
    String holds = name + " * " + name + " >= 0";
    draft.line(level, "assert " + (draft.faulty() ? expressions.truth(2) : holds));
  }
}
