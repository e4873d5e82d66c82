package dev.lockstep.grammar.marks;

import dev.lockstep.grammar.Place;

/// One mention of a label; mentions of the same name are equal.
public record Name(String text, Place place) {
  public Name(String text) {
    this(text, Place.NOWHERE);
  }
}
