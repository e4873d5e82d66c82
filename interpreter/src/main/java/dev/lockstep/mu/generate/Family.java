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
  MIXED,
  /// Texts: grown, cut, walked, searched.
  TEXTS,
  /// Records, tuples and options that change and are matched.
  RECORDS,
  /// Maps and sets.
  TABLES,
  /// The whole language: all of these, with contracts.
  WHOLE;

  /// As on the command line: `straight-line`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Family> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  boolean loops() {
    return this != STRAIGHT_LINE && this != RECURSION;
  }

  boolean branches() {
    return loops() && this != LISTS;
  }

  boolean calls() {
    return this == RECURSION || this == MIXED || this == WHOLE;
  }

  boolean has(Extra extra) {
    return switch (this) {
      case STRAIGHT_LINE, LISTS, BRANCHES, RECURSION, MIXED -> false;
      case TEXTS -> extra == Extra.TEXTS;
      case RECORDS -> extra == Extra.RECORDS;
      case TABLES -> extra == Extra.TABLES;
      case WHOLE -> true;
    };
  }

  /// Whether the programs know more than ints, bools and lists.
  boolean isExtended() {
    return Arrays.stream(Extra.values()).anyMatch(this::has);
  }
}
