package dev.lockstep.automata;

/// Deterministic automata, the language of `.dfa` files.
public final class DfaLanguage extends AutomatonLanguage {
  public DfaLanguage() {
    super("dfa", "deterministic finite automata", true);
  }
}
