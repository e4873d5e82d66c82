package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Span;

/// Where a part of a tree stands in its source. No part of the tree's meaning: all places are
/// equal, so that two programs that differ in layout only are equal values.
public final class Place {
  /// The place of a tree that was made, not read.
  public static final Place NONE = new Place(new Span(0, 0));

  private final Span span;

  public Place(Span span) {
    this.span = span;
  }

  public Span span() {
    return span;
  }

  /// The smallest place that covers both.
  public Place to(Place other) {
    return new Place(span.to(other.span));
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
    return span.start() + ".." + span.end();
  }
}
