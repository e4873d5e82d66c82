package dev.lockstep.examples.library;

import java.util.List;

/// Oracles of `mu/everyday`.
final class EverydayOracles {
  private EverydayOracles() {}

  static List<Oracle> all() {
    return List.of();
  }
}
