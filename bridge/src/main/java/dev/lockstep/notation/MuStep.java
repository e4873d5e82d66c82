package dev.lockstep.notation;

import dev.lockstep.mu.code.MuInstruction;
import java.util.List;

/// What the step of one instruction says, in order: values kept, values read, values written, and
/// where the run goes on.
///
/// @param reads the reads as the machine notes them, each with the items that say it
/// @param writes the indices of the items that are written
record MuStep(
    MuInstruction instruction, List<MuItem> items, List<Reading> reads, List<Integer> writes) {
  MuStep {
    items = List.copyOf(items);
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  /// One read and the items that say it.
  ///
  /// @param addresses for each index of the leaf the item that says it, or -1 where it is a place
  ///   relative to a variable
  /// @param item the item that says the value, or -1 where nothing does
  record Reading(MuLeaf leaf, List<Integer> addresses, int item) {
    Reading {
      addresses = List.copyOf(addresses);
    }
  }
}
