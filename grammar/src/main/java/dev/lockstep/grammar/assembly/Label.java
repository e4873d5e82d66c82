package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Place;

/// A name for the address of what follows it.
public record Label(String name, Place place) {
  public Label(String name) {
    this(name, Place.NOWHERE);
  }
}
