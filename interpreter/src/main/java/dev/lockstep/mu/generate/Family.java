package dev.lockstep.mu.generate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the programs of a set have in common; the families of published trace benchmarks.
public enum Family {
  /// Declarations and assignments, one after the other.
  STRAIGHT_LINE,
  /// Loops over lists and ranges that push, pop and change elements.
  LISTS,
  /// Loops whose turns compare and branch.
  BRANCHES,
  /// Functions that call themselves, once, twice, or each other.
  RECURSION,
  /// All of these.
  MIXED;

  /// As on the command line: `straight-line`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Family> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  boolean loops() {
    return this == LISTS || this == BRANCHES || this == MIXED;
  }

  boolean branches() {
    return this == BRANCHES || this == MIXED;
  }

  boolean calls() {
    return this == RECURSION || this == MIXED;
  }
}
