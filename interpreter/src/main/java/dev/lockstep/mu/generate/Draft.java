package dev.lockstep.mu.generate;

import java.util.List;
import java.util.random.RandomGenerator;

/// The text of a program while it is written, and the choices that its writers share.
final class Draft {
  /// Keeps what loops assign small.
  static final int MODULUS = 997;

  final RandomGenerator random;
  final Knobs knobs;
  Names names = new Names();
  private final StringBuilder out = new StringBuilder();

  Draft(RandomGenerator random, Knobs knobs) {
    this.random = random;
    this.knobs = knobs;
  }

  void line(int level, String text) {
    out.repeat("  ", level).append(text).append('\n');
  }

  void emptyLine() {
    out.append('\n');
  }

  String text() {
    return out.toString();
  }

  String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String one(Sort sort) {
    return one(names.of(sort));
  }

  /// Whether what comes next may fail.
  boolean faulty() {
    return random.nextInt(100) < knobs.faults();
  }

  /// Whether the family has `extra`, and a name of `sort` is visible.
  boolean has(Extra extra, Sort sort) {
    return knobs.family().has(extra) && names.has(sort);
  }
}
