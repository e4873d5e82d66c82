package dev.lockstep.examples.library;

import java.util.List;
import java.util.stream.Stream;

/// Oracles of `mu/everyday`.
final class EverydayOracles {
  private EverydayOracles() {}

  static List<Oracle> all() {
    return Stream.of(
            NumberOracles.all(),
            EverydayListOracles.all(),
            GridOracles.all(),
            TextOracles.all(),
            RecordOracles.all())
        .flatMap(List::stream)
        .toList();
  }
}
