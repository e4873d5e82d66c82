package dev.lockstep.machine;

import dev.lockstep.grammar.Span;
import java.util.List;
import java.util.Optional;

/// What is worth showing about a step besides its delta: where in the program it happened and what
/// it read, in order, and which conditions of contracts it found to hold, as they are written.
/// Notes are streamed and shown, never compared; a network need not predict them.
public record Note(Optional<Span> span, List<Read> reads, List<String> checks) {
  public static final Note NONE = new Note(Optional.empty(), List.of());

  public Note {
    reads = List.copyOf(reads);
    checks = List.copyOf(checks);
  }

  /// A note of a step that checks no contract.
  public Note(Optional<Span> span, List<Read> reads) {
    this(span, reads, List.of());
  }

  /// One value that a step read: from where (`x`, `xs[3]`, `tape[-2]`) and what it was.
  public record Read(String place, Value value) {}
}
