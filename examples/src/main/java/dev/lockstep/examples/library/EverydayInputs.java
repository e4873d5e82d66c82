package dev.lockstep.examples.library;

import java.util.Map;
import java.util.function.Function;

/// Inputs of `mu/everyday`.
final class EverydayInputs {
  private EverydayInputs() {}

  static Map<String, Function<Draw, Given>> all() {
    return Map.ofEntries();
  }
}
