package dev.lockstep.mu;

/// What the compiled engines do not know or cannot hold; the interpreter runs such a program.
final class Uncompiled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Uncompiled(String what) {
    super(what, null, false, false);
  }
}
