package dev.lockstep.grammar;

/// A piece of a source: `char` offsets from `start`, inclusive, to `end`, exclusive.
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }
  }

  /// The smallest span that covers both.
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
