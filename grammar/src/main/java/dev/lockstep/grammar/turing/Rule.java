package dev.lockstep.grammar.turing;

/// In state `from`, reading `read`: write `write`, move, go on in state `to`. Symbols are code
/// points.
public record Rule(State from, int read, int write, Move move, State to, Place place) {
  public Rule(String from, int read, int write, Move move, String to) {
    this(new State(from), read, write, move, new State(to), Place.NOWHERE);
  }

  /// As in a file: `right: 0 -> 1 L done`.
  @Override
  public String toString() {
    return from.name()
        + ": "
        + Symbols.written(read)
        + " -> "
        + Symbols.written(write)
        + " "
        + move
        + " "
        + to.name();
  }
}
