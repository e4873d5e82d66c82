package dev.lockstep.grammar.turing;

/// One mention of a state; mentions of the same name are equal.
public record State(String name, Place place) {
  public State(String name) {
    this(name, Place.NOWHERE);
  }

  @Override
  public String toString() {
    return name;
  }
}
