package dev.lockstep.grammar.mu;

import java.math.BigInteger;

/// Text being laid out, two spaces a level.
final class Layout {
  private static final int DEEPEST_INDENT = 40; // deeper, the text would grow quadratically

  private final StringBuilder out = new StringBuilder();
  private int level;

  Layout add(String text) {
    out.append(text);
    return this;
  }

  Layout add(BigInteger number) {
    out.append(number);
    return this;
  }

  /// A part of the file begins: an empty line before it, unless it is the first.
  Layout part() {
    return add(out.isEmpty() ? "" : "\n");
  }

  Layout indent() {
    out.repeat("  ", Math.min(level, DEEPEST_INDENT));
    return this;
  }

  Layout deeper() {
    level++;
    return this;
  }

  Layout shallower() {
    level--;
    return this;
  }

  String text() {
    return out.toString();
  }
}
