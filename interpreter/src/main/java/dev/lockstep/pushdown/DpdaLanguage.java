package dev.lockstep.pushdown;

/// Deterministic pushdown automata, the language of `.dpda` files.
public final class DpdaLanguage extends PushdownLanguage {
  public DpdaLanguage() {
    super(1);
  }

  @Override
  public String name() {
    return "dpda";
  }

  @Override
  public String suffix() {
    return "dpda";
  }

  @Override
  public String description() {
    return "deterministic pushdown automata, which accept a word or answer with their stack";
  }
}
