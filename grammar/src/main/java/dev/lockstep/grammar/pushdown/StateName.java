package dev.lockstep.grammar.pushdown;

import dev.lockstep.grammar.Place;

/// One mention of a state; mentions of the same name are equal.
public record StateName(String name, Place place) {
  public StateName(String name) {
    this(name, Place.NOWHERE);
  }
}
