package dev.lockstep.grammar.mu;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A function that every program has.
public enum MuBuiltin {
  /// `len(xs)`: how many elements a list has.
  LEN(1),
  /// `push(xs, x)`: appends; has no value.
  PUSH(2),
  /// `pop(xs)`: removes the last element and gives it.
  POP(1);

  private final int arity;

  MuBuiltin(int arity) {
    this.arity = arity;
  }

  public int arity() {
    return arity;
  }

  /// As it is written in a program.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MuBuiltin> of(String word) {
    return Arrays.stream(values()).filter(builtin -> builtin.word().equals(word)).findFirst();
  }
}
