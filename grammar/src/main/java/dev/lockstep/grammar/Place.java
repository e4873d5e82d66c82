package dev.lockstep.grammar;

import java.util.Optional;

/// Where a piece of a program stands in its source, if it came from one.
///
/// All places are equal, so that programs compare by what they say and not by how they are laid
/// out.
public final class Place {
  /// The place of what was made in memory.
  public static final Place NOWHERE = new Place(Optional.empty());

  private final Optional<Span> span;

  private Place(Optional<Span> span) {
    this.span = span;
  }

  public static Place of(Span span) {
    return new Place(Optional.of(span));
  }

  public Optional<Span> span() {
    return span;
  }

  /// The span, or the start of the file for what has none.
  public Span spanOrStart() {
    return span.orElse(new Span(0, 0));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Place;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return span.map(it -> it.start() + "-" + it.end()).orElse("nowhere");
  }
}
