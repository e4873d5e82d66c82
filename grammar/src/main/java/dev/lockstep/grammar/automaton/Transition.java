package dev.lockstep.grammar.automaton;

import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.turing.Symbols;
import java.util.Optional;

/// In state `from`, reading `symbol`, go on in state `to`.
///
/// @param symbol a code point; empty where nothing is read
public record Transition(Mention from, Optional<Integer> symbol, Mention to, Place place) {
  /// As in a file: `even: 1 -> odd`.
  @Override
  public String toString() {
    return from.name()
        + ":"
        + symbol.map(it -> " " + Symbols.written(it)).orElse("")
        + " -> "
        + to.name();
  }
}
