package dev.lockstep.grammar.automaton;

import dev.lockstep.grammar.Place;

/// One mention of a state; mentions of the same name are equal.
public record Mention(String name, Place place) {
  public Mention(String name) {
    this(name, Place.NOWHERE);
  }
}
