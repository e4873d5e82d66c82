package dev.lockstep.automata;

/// Nondeterministic automata, the language of `.nfa` files; they run as the least deterministic
/// one.
public final class NfaLanguage extends AutomatonLanguage {
  public NfaLanguage() {
    super(
        "nfa",
        "nondeterministic finite automata; runs are those of the least deterministic one",
        false);
  }
}
