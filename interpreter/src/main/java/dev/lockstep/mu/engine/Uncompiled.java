package dev.lockstep.mu.engine;

/// What the compiled engines do not know or cannot hold; the interpreter runs such a program.
public final class Uncompiled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Uncompiled(String what) {
    super(what, null, false, false);
  }
}
