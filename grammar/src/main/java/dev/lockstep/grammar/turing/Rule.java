package dev.lockstep.grammar.turing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// In state `from`, where every tape shows what its action reads: write, move, go on in state `to`.
///
/// @param actions one for each tape
public record Rule(State from, List<Action> actions, State to, Place place) {
  public Rule {
    actions = List.copyOf(actions);
    if (actions.isEmpty()) {
      throw new IllegalArgumentException("a rule without a tape");
    }
  }

  /// What a rule does on one tape. Symbols are code points.
  public record Action(int read, int write, Move move) {}

  /// A rule of a machine of one tape.
  public Rule(State from, int read, int write, Move move, State to, Place place) {
    this(from, List.of(new Action(read, write, move)), to, place);
  }

  public Rule(String from, int read, int write, Move move, String to) {
    this(new State(from), read, write, move, new State(to), Place.NOWHERE);
  }

  /// What is read on the first tape, as are `write` and `move`.
  public int read() {
    return actions.getFirst().read();
  }

  public int write() {
    return actions.getFirst().write();
  }

  public Move move() {
    return actions.getFirst().move();
  }

  /// What is read on each tape.
  public List<Integer> reads() {
    return actions.stream().map(Action::read).toList();
  }

  /// As in a file: `right: 0 -> 1 L done`, or `copy: 0, _ -> 0, 0 R, R copy`.
  @Override
  public String toString() {
    return from.name()
        + ": "
        + each(action -> Symbols.written(action.read()))
        + " -> "
        + each(action -> Symbols.written(action.write()))
        + " "
        + each(action -> action.move().name())
        + " "
        + to.name();
  }

  private String each(Function<Action, String> words) {
    return actions.stream().map(words).collect(Collectors.joining(", "));
  }
}
