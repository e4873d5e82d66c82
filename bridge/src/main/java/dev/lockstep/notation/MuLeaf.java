package dev.lockstep.notation;

import dev.lockstep.grammar.mu.MuExpression;
import java.util.List;

/// One read of a formula, in the order of evaluation.
///
/// @param kind what is read
/// @param name the variable, or the variable that holds the list
/// @param indices for an element: where in the list, and in the lists inside it
/// @param spelt whether tokens say it; what the host can look up by itself is not said
record MuLeaf(Kind kind, String name, List<MuExpression> indices, boolean spelt) {
  enum Kind {
    VARIABLE,
    ELEMENT,
    LENGTH,
    LIST
  }

  MuLeaf {
    indices = List.copyOf(indices);
  }

  /// Whether a read from `place`, as notes write it, is this leaf.
  boolean matches(String place) {
    return switch (kind) {
      case VARIABLE -> place.equals(name);
      case LENGTH -> place.startsWith("len(" + name);
      case ELEMENT -> place.startsWith(name + "[");
      case LIST -> place.equals(name) || place.startsWith(name + "[");
    };
  }
}
