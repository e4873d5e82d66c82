package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Place;

/// An operand as it is written, before the instruction says what it should be.
sealed interface Written {
  Place place();

  record Text(String text, Place place) implements Written {}

  record Indexed(Expression offset, String register, Place place) implements Written {}

  record Plain(Expression expression) implements Written {
    @Override
    public Place place() {
      return expression.place();
    }
  }
}
