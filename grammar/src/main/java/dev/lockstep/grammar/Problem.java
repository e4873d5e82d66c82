package dev.lockstep.grammar;

import java.util.Locale;

/// A kind of diagnostic. Each language has a closed set of them, an enum; its code, such as
/// `mu.unknown-variable`, stays the same when messages change, and has an explanation
/// (`Explanation`).
public interface Problem {
  /// The name of the enum constant.
  String name();

  /// The first part of the code: the language's name.
  String language();

  /// What the user sees and asks for: `mu.unknown-variable`.
  default String code() {
    return language() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
