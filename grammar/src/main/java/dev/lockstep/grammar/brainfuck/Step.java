package dev.lockstep.grammar.brainfuck;

import dev.lockstep.grammar.Place;
import java.util.List;

/// A part of a program.
public sealed interface Step {
  Place place();

  /// One of `+ - < > . ,`.
  record Sign(char sign, Place place) implements Step {}

  /// Steps in brackets, repeated while the cell under the head is not 0.
  record Loop(List<Step> body, Place place) implements Step {
    public Loop {
      body = List.copyOf(body);
    }
  }
}
